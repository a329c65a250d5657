package org.tapescript.format.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.DocumentBuilder;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;

/**
 * CHAT (MacWhinney, Tools for Analyzing Talk, part 1): main lines with their speakers, bullets' times with or without the control
 * characters around them. Headers and dependent tiers are not said, nor are CHAT's codes within a line.
 */
public final class ChatReader implements TranscriptReader {
    private static final Pattern BULLET = Pattern.compile(
            "\\u0015[^\\u0015]*?(\\d{1,9})_(\\d{1,9})[^\\u0015]*\\u0015|(?<=\\s)(\\d{1,9})_(\\d{1,9})\\s*$");
    private static final Pattern MAIN = Pattern.compile("\\*([^:\\s]{1,40}):\\s*(.*)", Pattern.DOTALL);

    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("cha") || file.start().matches("(?s)@(?:UTF8|Begin|Font|Window)\\b.*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        DocumentBuilder builder = new DocumentBuilder(file.name());
        for (String line : logicalLines(file.text())) {
            Matcher main = MAIN.matcher(line);
            if (!main.matches()) {
                continue;
            }
            builder.speaker(main.group(1));
            Matcher bullet = BULLET.matcher(main.group(2));
            int at = 0;
            Optional<TimeSpan> all = Optional.empty();
            while (bullet.find()) {
                int first = bullet.group(1) == null ? 3 : 1;
                Optional<TimeSpan> time = TimedTurns.span(
                        Double.parseDouble(bullet.group(first)) / 1000,
                        Double.parseDouble(bullet.group(first + 1)) / 1000);
                String said = ChatText.said(main.group(2).substring(at, bullet.start()));
                time.ifPresentOrElse(t -> builder.stretch(said, t), () -> builder.append(" " + said));
                all = all.isPresent() && time.isPresent()
                        ? Optional.of(all.get().union(time.get()))
                        : all.or(() -> time);
                at = bullet.end();
            }
            builder.append((at == 0 ? "" : " ") + ChatText.said(main.group(2).substring(at)));
            all.ifPresent(builder::time);
            builder.endParagraph();
        }
        return builder.build();
    }

    /** Lines that begin with a blank go on with the one before. */
    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.split("\\R")) {
            boolean goesOn = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (!goesOn && !open.isEmpty()) {
                lines.add(open.toString());
                open.setLength(0);
            }
            open.append(goesOn ? " " : "").append(line.strip());
        }
        lines.add(open.toString());
        return lines;
    }
}
