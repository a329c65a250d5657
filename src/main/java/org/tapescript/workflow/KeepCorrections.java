package org.tapescript.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.HandCorrections;
import org.tapescript.domain.HandCorrections.Replaced;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.Remark;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.InsertTurn;
import org.tapescript.edit.Refusal;
import org.tapescript.edit.RefusedEditException;

/**
 * Carries corrections of the text over to a revised one: three versions are compared, what was printed, what became of it by hand, and
 * what is printed now. Where the revised text still has what was corrected, it is corrected again; where it says something else, that
 * stays, and the correction is listed.
 */
final class KeepCorrections {
    private static final Pattern TOKEN = Pattern.compile("(?U)\\S+");
    /** So many words to either side tell whether a word is the one that was corrected, and not another that reads the same. */
    private static final int CONTEXT = 2;

    /** A text cut at its blanks. */
    private record Tokens(String text, List<CharSpan> places, List<String> words) {
        static Tokens of(String text) {
            List<CharSpan> places = TOKEN.matcher(text)
                    .results()
                    .map(m -> new CharSpan(m.start(), m.end()))
                    .toList();
            return new Tokens(text, places, places.stream().map(p -> p.of(text)).toList());
        }

        /** Where tokens {@code [from, to)} stand, of which there is one at least. */
        CharSpan place(int from, int to) {
            return new CharSpan(places.get(from).start(), places.get(to - 1).end());
        }

        String between(int from, int to) {
            return from >= to ? "" : place(from, to).of(text);
        }
    }

    private final SyncedTranscript earlier;
    private final Tokens printed;
    private final Tokens byHand;
    private final Tokens revised;
    /** For each printed token the revised one that it is, or -1. */
    private final int[] match;

    private final List<Replaced> replaced = new ArrayList<>();
    private SyncedTranscript result;
    private List<Remark> remarks;

    private KeepCorrections(SyncedTranscript earlier, String printed, Transcript revised) {
        this.earlier = earlier;
        this.printed = Tokens.of(printed);
        this.byHand = Tokens.of(earlier.transcript().text());
        this.revised = Tokens.of(revised.text());
        this.match = SameWords.matches(this.revised.words(), this.printed.words());
        this.remarks = revised.remarks();
        this.result = new SyncedTranscript(
                earlier.basis(),
                earlier.recordings(),
                revised,
                TurnBuilder.turns(revised),
                List.of(),
                List.of(),
                earlier.match());
    }

    /** A text with what was corrected by hand, and how it stands to what is printed. */
    record Kept(Transcript transcript, HandCorrections corrections) {}

    /** @param text what a project is to be synced with: its own text, or a revised one */
    static Kept in(SyncedTranscript earlier, Transcript text) {
        HandCorrections corrections = earlier.notes().corrections();
        if (text.text().equals(earlier.transcript().text())) {
            return new Kept(text, corrections);
        }
        if (corrections.printed().isEmpty()) {
            return new Kept(text, HandCorrections.NONE);
        }
        return new KeepCorrections(earlier, corrections.printed().get(), text).kept();
    }

    /** From the end of the text, so that what comes before stays where it is. */
    private Kept kept() {
        Transcript text = result.transcript();
        int[] was = SameWords.matches(printed.words(), byHand.words());
        int to = printed.words().size();
        int last = was.length;
        for (int i = was.length - 1; i >= -1; i--) {
            if (i >= 0 && was[i] < 0) {
                continue;
            }
            int from = i < 0 ? 0 : was[i] + 1;
            if (from < to || i + 1 < last) {
                correct(from, to, i + 1, last);
            }
            to = from - 1;
            last = i;
        }
        Collections.reverse(replaced);
        boolean corrected = !result.transcript().text().equals(text.text());
        return new Kept(
                result.transcript().withRemarks(remarks),
                new HandCorrections(corrected ? Optional.of(text.text()) : Optional.empty(), replaced));
    }

    /** Printed tokens {@code [from, to)} became those typed, {@code [first, last)}. */
    private void correct(int from, int to, int first, int last) {
        int before = from - 1;
        while (before >= 0 && match[before] < 0) {
            before--;
        }
        int behind = to;
        while (behind < match.length && match[behind] < 0) {
            behind++;
        }
        int start = before < 0 ? 0 : match[before] + 1;
        int end = behind < match.length ? match[behind] : revised.words().size();
        List<String> typed = byHand.words().subList(first, last);
        List<String> there = revised.words().subList(start, end);
        boolean done = typed.isEmpty() ? there.isEmpty() : Collections.indexOfSubList(there, typed) >= 0;
        if (!done && !(isStillThere(from, to, start, end) && applied(from, to, first, last))) {
            int at = start < revised.places().size()
                    ? revised.places().get(start).start()
                    : revised.text().length();
            replaced.add(new Replaced(
                    result.transcript().lineAt(at),
                    oneLine(byHand.between(first, last)),
                    oneLine(revised.between(start, end))));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("(?U)\\s+", " ");
    }

    private boolean isStillThere(int from, int to, int start, int end) {
        if (end - start != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (match[i] != start + i - from) {
                return false;
            }
        }
        boolean left = false;
        boolean right = false;
        for (int k = 1; k <= CONTEXT; k++) {
            left |= from - k < 0 ? start - k < 0 : match[from - k] == start - k;
            right |= to + k > match.length ? end + k > revised.words().size() : match[to + k - 1] == end + k - 1;
        }
        // What was typed in between stands between the same words; what was typed over is known by itself as well.
        return from < to ? left || right : left && right;
    }

    private boolean applied(int from, int to, int first, int last) {
        SyncedTranscript without = result;
        List<Remark> where = remarks;
        try {
            for (Edit edit : edits(from, to, first, last)) {
                SyncedTranscript next = edit.apply(result);
                moveRemarks(
                        edit,
                        next.transcript().text().length()
                                - result.transcript().text().length());
                result = next;
            }
            return true;
        } catch (RefusedEditException e) {
            result = without;
            remarks = where;
            return false;
        }
    }

    /** Nothing where the typed words cannot be put at once: they are in several paragraphs. */
    private List<Edit> edits(int from, int to, int first, int last) {
        String text = result.transcript().text();
        if (from < to) {
            CharSpan place = revised.place(match[from], match[to - 1] + 1);
            if (first < last && inParagraph(byHand.place(first, last)).isEmpty()) {
                throw new RefusedEditException(Refusal.ONE_PARAGRAPH);
            }
            int end = place.end();
            while (first == last && end < text.length() && text.charAt(end) == ' ') {
                end++;
            }
            return List.of(new CorrectText(place.start(), end, byHand.between(first, last)));
        }
        CharSpan typed = byHand.place(first, last);
        Optional<Paragraph> within = inParagraph(typed);
        if (within.isPresent()
                && first > 0
                && within.get().place().contains(byHand.places().get(first - 1))) {
            int end = revised.places().get(match[from - 1]).end();
            return List.of(new CorrectText(end, end, " " + typed.of(byHand.text())));
        }
        if (within.isPresent()
                && last < byHand.places().size()
                && within.get().place().contains(byHand.places().get(last))) {
            int start = revised.places().get(match[to]).start();
            return List.of(new CorrectText(start, start, typed.of(byHand.text()) + " "));
        }
        return turns(
                typed, from == 0 ? -1 : revised.places().get(match[from - 1]).end());
    }

    /** The last comes first, as each is put right behind the same word. */
    private List<Edit> turns(CharSpan typed, int behind) {
        Optional<String> after = result.words().stream()
                .filter(w -> w.place().end() <= behind)
                .reduce((a, b) -> b)
                .map(Word::id);
        List<Edit> edits = new ArrayList<>();
        for (Paragraph p : earlier.transcript().paragraphs()) {
            if (typed.contains(p.place())) {
                String speaker = p.speaker()
                        .or(() -> speakerOf(p))
                        .orElseThrow(() -> new RefusedEditException(Refusal.NOBODY_SPEAKS));
                edits.add(0, new InsertTurn(0, 0, speaker, p.place().of(byHand.text()), after));
            }
        }
        if (edits.isEmpty()) {
            throw new RefusedEditException(Refusal.ONE_PARAGRAPH);
        }
        return edits;
    }

    private Optional<String> speakerOf(Paragraph p) {
        return earlier.turns().stream()
                .filter(t -> t.words().stream().anyMatch(w -> p.place().contains(w.place())))
                .map(Turn::speaker)
                .findFirst();
    }

    private Optional<Paragraph> inParagraph(CharSpan span) {
        return earlier.transcript().paragraphs().stream()
                .filter(p -> p.place().contains(span))
                .findFirst();
    }

    /** What the file remarks stays with the words it is about. */
    private void moveRemarks(Edit edit, int by) {
        int from = edit instanceof CorrectText c ? c.start() : insertedAt(edit);
        int to = edit instanceof CorrectText c ? c.end() : from;
        remarks = remarks.stream()
                .map(r -> new Remark(
                        r.place().map(p -> new CharSpan(moved(p.start(), from, to, by), moved(p.end(), from, to, by))),
                        r.time(),
                        r.text()))
                .toList();
    }

    private static int moved(int place, int from, int to, int by) {
        return place >= to ? place + by : Math.min(place, Math.max(from, to + by));
    }

    private int insertedAt(Edit edit) {
        return ((InsertTurn) edit)
                .after()
                .flatMap(id ->
                        result.words().stream().filter(w -> w.id().equals(id)).findFirst())
                .map(w -> w.place().end())
                .orElse(0);
    }
}
