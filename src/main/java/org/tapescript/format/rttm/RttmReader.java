package org.tapescript.format.rttm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.ReadOptions;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.TranscriptReader;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.WordRuns;

/**
 * NIST's rich transcription time-marked form (RT-09 evaluation plan, appendix A): words ({@code LEXEME}), or turns whose orthography field
 * is filled. Most files say only who speaks when; the text is taken from the file of the same name that ends in {@code .txt}, if it has
 * a line or a paragraph for each turn.
 */
public final class RttmReader implements TranscriptReader {
    @Override
    public boolean reads(TranscriptFile file) {
        return file.isNamed("rttm")
                || file.start()
                        .matches("(?s)(?:;;[^\\n]*\\n)*(?:SPKR-INFO|SPEAKER|LEXEME) \\S+ \\d \\S+ \\S+ \\S+ \\S+ .*");
    }

    @Override
    public SourceDocument read(TranscriptFile file) throws UnreadableTranscriptException {
        List<WordRuns.SpokenWord> words = new ArrayList<>();
        TimedTurns turns = new TimedTurns(file.path());
        List<Voice> silent = new ArrayList<>();
        int said = 0;
        for (String line : file.text().split("\\R")) {
            String[] f = line.strip().split("\\s+");
            boolean number = f.length >= 8
                    && f[3].matches("\\d{1,7}(?:\\.\\d{1,9})?")
                    && f[4].matches("\\d{1,7}(?:\\.\\d{1,9})?");
            if (!number) {
                continue;
            }
            double start = Double.parseDouble(f[3]);
            var span = TimedTurns.span(start, start + Double.parseDouble(f[4]));
            String speaker = f[7].equals("<NA>") ? "" : f[7].replace('_', ' ');
            if (f[0].equals("LEXEME") && !f[5].equals("<NA>")) {
                span.ifPresent(s -> words.add(new WordRuns.SpokenWord(speaker, f[5], s)));
            } else if (f[0].equals("SPEAKER") && !f[5].equals("<NA>")) {
                turns.turn(speaker, span, f[5].replace('_', ' '));
                said++;
            } else {
                span.filter(s -> f[0].equals("SPEAKER")).ifPresent(s -> silent.add(new Voice(speaker, s)));
            }
        }
        if (words.isEmpty() && said == 0 && !silent.isEmpty()) {
            return beside(file, silent);
        }
        return words.isEmpty() ? turns.build() : WordRuns.document(file.path(), words);
    }

    /** Who speaks when. */
    private record Voice(String speaker, TimeSpan time) {}

    /** The turns, with their text from the file next to this one. */
    private static SourceDocument beside(TranscriptFile file, List<Voice> voices) throws UnreadableTranscriptException {
        Path path = file.path().resolveSibling(file.name().replaceFirst("\\.\\w+$", "") + ".txt");
        if (!Files.isRegularFile(path) || path.equals(file.path())) {
            throw file.unreadable(TranscriptFault.ONLY_SPEAKERS);
        }
        String text = text(path, file.options());
        List<Voice> turns = joined(voices);
        for (String between : List.of("\\R\\h*\\R\\s*", "\\R")) {
            List<String> parts = Arrays.stream(text.split(between))
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .toList();
            for (List<Voice> all : List.of(voices, turns)) {
                if (parts.size() == all.size()) {
                    return paired(file, all, parts);
                }
            }
        }
        int lines = (int) text.lines().filter(l -> !l.isBlank()).count();
        throw file.unreadable(
                TranscriptFault.OTHER_TEXT_BESIDE, path.getFileName().toString(), lines, turns.size());
    }

    private static String text(Path path, ReadOptions options) throws UnreadableTranscriptException {
        try {
            return new TranscriptFile(path, Files.readAllBytes(path), options).text();
        } catch (UnreadableTranscriptException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableTranscriptException(path, TranscriptFault.DENIED);
        }
    }

    /** Consecutive stretches of one speaker merged into a turn. */
    private static List<Voice> joined(List<Voice> voices) {
        List<Voice> turns = new ArrayList<>();
        for (Voice voice : voices) {
            int last = turns.size() - 1;
            boolean same = last >= 0 && turns.get(last).speaker.equals(voice.speaker);
            if (same) {
                turns.set(last, new Voice(voice.speaker, turns.get(last).time.union(voice.time)));
            } else {
                turns.add(voice);
            }
        }
        return turns;
    }

    private static SourceDocument paired(TranscriptFile file, List<Voice> voices, List<String> parts)
            throws UnreadableTranscriptException {
        TimedTurns turns = new TimedTurns(file.path());
        for (int i = 0; i < parts.size(); i++) {
            String name = voices.get(i).speaker;
            String part = parts.get(i);
            // The text may repeat the name.
            String said = !name.isEmpty() && part.startsWith(name + ":") ? part.substring(name.length() + 1) : part;
            turns.turn(name, Optional.of(voices.get(i).time), said.strip());
        }
        return turns.build();
    }
}
