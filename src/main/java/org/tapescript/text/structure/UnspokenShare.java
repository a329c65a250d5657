package org.tapescript.text.structure;

import java.util.List;
import java.util.Optional;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.text.WordTokens;

/** Raises a doubt when much of the text would be left unspoken, because no later stage can repair that. */
final class UnspokenShare {
    /** Share of the words between the first and the last turn. */
    private static final double BETWEEN = 0.1;
    /** Share of all words. */
    private static final double ALL = 0.5;

    private static final double LIKELIHOOD = 0.99;

    private UnspokenShare() {}

    static Optional<Doubt> doubt(String text, List<Paragraph> paragraphs, List<Passage> passages) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).kind().isSpoken()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        int all = 0;
        int silent = 0;
        int between = 0;
        int silentBetween = 0;
        int line = 1;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph p = paragraphs.get(i);
            if (passages.get(i).furniture.isPresent()) {
                continue;
            }
            int words = words(text, p);
            boolean within = i > first && i < last;
            all += words;
            silent += p.kind().isSpoken() ? 0 : words;
            between += within ? words : 0;
            if (within && !p.kind().isSpoken() && !isRecognised(p.kind())) {
                line = silentBetween == 0 ? p.line() : line;
                silentBetween += words;
            }
        }
        boolean much = silentBetween > BETWEEN * between || silent > ALL * all;
        int shown = silentBetween > BETWEEN * between ? silentBetween : silent;
        return much
                ? Optional.of(new Doubt(
                        line,
                        DoubtCode.MUCH_UNSPOKEN,
                        List.of(Integer.toString(shown), Integer.toString(shown == silent ? all : between)),
                        LIKELIHOOD))
                : Optional.empty();
    }

    private static boolean isRecognised(ParagraphKind kind) {
        return kind == ParagraphKind.CAPTION || kind == ParagraphKind.PULL_QUOTE || kind == ParagraphKind.NOTE;
    }

    private static int words(String text, Paragraph p) {
        int from = p.label().map(CharSpan::end).orElse(p.place().start());
        return WordTokens.in(text, new CharSpan(from, p.place().end()), p.notes())
                .size();
    }
}
