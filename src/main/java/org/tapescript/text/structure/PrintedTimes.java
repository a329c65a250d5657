package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.Block;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Transcript;

/** Times that are printed before paragraphs, as many transcripts have them: each holds until the next. */
final class PrintedTimes {
    private static final Pattern TIME = Pattern.compile(
            "(?:^|(?<=[\\[(\\h]))(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?(?=[\\])\\h]|$)");
    /** A time stands among the first so many characters, with a name perhaps. */
    private static final int HEAD = 50;
    /** Fewer are no times of a transcript. */
    private static final int LEAST = 3;
    /** Seconds that the last paragraph is thought to take. */
    private static final double LAST_SECONDS = 60;

    private PrintedTimes() {}

    private record Stamp(int place, double seconds) {}

    /** Rough times of the stretches between printed times; none if there are few, or they do not grow. */
    static List<Transcript.Hint> of(SourceDocument document) {
        List<Stamp> stamps = new ArrayList<>();
        for (Block block : document.blocks()) {
            String text = block.place().of(document.text());
            Matcher m = TIME.matcher(text.substring(0, Math.min(HEAD, text.length())));
            if (m.find()) {
                double seconds = (m.group(1) == null ? 0 : 3600 * Integer.parseInt(m.group(1)))
                        + 60 * Integer.parseInt(m.group(2))
                        + Integer.parseInt(m.group(3))
                        + (m.group(4) == null ? 0 : Double.parseDouble("0." + m.group(4)));
                stamps.add(new Stamp(block.place().start(), seconds));
            }
        }
        for (int i = 1; i < stamps.size(); i++) {
            if (stamps.get(i).seconds < stamps.get(i - 1).seconds) {
                return List.of();
            }
        }
        if (stamps.size() < LEAST) {
            return List.of();
        }
        List<Transcript.Hint> hints = new ArrayList<>();
        for (int i = 0; i < stamps.size(); i++) {
            boolean last = i + 1 == stamps.size();
            int end = last ? document.text().length() : stamps.get(i + 1).place;
            double until = last ? stamps.get(i).seconds + LAST_SECONDS : stamps.get(i + 1).seconds;
            hints.add(new Transcript.Hint(
                    new CharSpan(stamps.get(i).place, end), TimeSpan.ofSeconds(stamps.get(i).seconds, until), false));
        }
        return hints;
    }
}
