package org.tapescript.format.audacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;

/** Labels of Audacity: of words if hardly one holds a space, else of turns; lines of frequencies are passed over. */
public final class AudacityReader implements TranscriptReader {
    private static final Pattern LABEL =
            Pattern.compile("(\\d+(?:[.,]\\d+)?)[\\t ]+(\\d+(?:[.,]\\d+)?)(?:[\\t ]+(.*))?");
    private static final int MAX_NAME_LENGTH = 80;
    private static final double MOSTLY = 0.95;

    private record Label(TimeSpan time, String text) {
        /** The text before the first colon, whatever it looks like. */
        String name() {
            int colon = text.indexOf(": ");
            return colon < 0 ? "" : text.substring(0, colon).strip();
        }

        String said() {
            return text.substring(text.indexOf(": ") + 1).strip();
        }
    }

    /** Whether every label starts with a name and a colon, which holds if the names recur. */
    private static boolean isNamed(List<Label> labels) {
        long distinct = labels.stream().map(Label::name).distinct().count();
        return labels.stream().noneMatch(l -> l.name().isEmpty() || l.name().length() > MAX_NAME_LENGTH)
                && (distinct * 2 <= labels.size() || distinct == 2 && labels.size() > 2);
    }

    @Override
    public boolean reads(TranscriptFile file) {
        return file.start().matches("(?s)\\d+[.,]\\d+[\\t ]+\\d+[.,]\\d+[\\t ]+\\S.*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        String text = file.text();
        List<Label> labels = new ArrayList<>();
        for (String line : text.split("\\R")) {
            Matcher m = LABEL.matcher(line.strip());
            if (m.matches() && m.group(3) != null && !m.group(3).isBlank()) {
                TimedTurns.span(seconds(m.group(1)), seconds(m.group(2)))
                        .ifPresent(s -> labels.add(new Label(s, m.group(3).strip())));
            }
        }
        long single = labels.stream().filter(l -> !l.text.contains(" ")).count();
        if (single > MOSTLY * labels.size()) {
            return WordRuns.document(
                    file.path(),
                    labels.stream()
                            .map(l -> new WordRuns.SpokenWord("", l.text, l.time))
                            .toList());
        }
        boolean named = isNamed(labels);
        TimedTurns turns = new TimedTurns(file.path());
        for (Label label : labels) {
            turns.turn(named ? label.name() : "", Optional.of(label.time), named ? label.said() : label.text);
        }
        return turns.build();
    }

    private static double seconds(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
