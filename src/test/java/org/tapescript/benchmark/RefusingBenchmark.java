package org.tapescript.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.support.Program;
import org.tapescript.support.Tapes;
import org.tapescript.workflow.ImportTranscript;
import org.tapescript.workflow.TapeSync;

/**
 * Counts how many texts of other interviews are refused, and how many of the tape's own are accepted, parts of them and longer ones among
 * them, and writes docs/BENCHMARKS-REFUSING.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=RefusingBenchmark -Dtapes=FOLDER}: folders that each hold {@code tape.*} and {@code
 * transcript.txt}, of different interviews, in any languages; {@code -Dothers=4} tries so many other texts on each tape, those of the
 * same language first. The language is left to the program. What was tried is kept in target/refusing, so that an interrupted run goes
 * on where it was.
 */
@Tag("benchmark")
class RefusingBenchmark {
    private static final int OTHERS = Integer.getInteger("others", 4);
    private static final Path KEPT = Path.of("target", "refusing");
    /** Words that are left of another interview's text, from short to all. */
    private static final int[] WORDS = {100, 400, Integer.MAX_VALUE};

    private final StringBuilder rows = new StringBuilder();
    private int own;
    private int ownAccepted;
    private int wrong;
    private int wrongRefused;
    private int translations;
    private int translationsRefused;

    @Test
    void ownTextsAndThoseOfOthers() throws Exception {
        Files.createDirectories(KEPT);
        List<Path> folders = folders(Path.of(System.getProperty("tapes", "audio-samples")));
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            List<String> text = paragraphs(folder);
            List<Path> alike = new ArrayList<>();
            List<Path> others = new ArrayList<>();
            for (int k = 1; k < folders.size(); k++) {
                Path other = folders.get((i + k) % folders.size());
                (language(other).equals(language(folder)) ? alike : others).add(other);
            }
            own(folder, "all", text);
            own(folder, "first half", text.subList(0, (text.size() + 1) / 2));
            own(folder, "a tenth, from the middle", text.subList(text.size() * 9 / 20, text.size() * 11 / 20 + 1));
            if (!alike.isEmpty()) {
                own(folder, "within another's", within(text, paragraphs(alike.get(0))));
            }
            others.addAll(0, alike);
            for (int k = 0; k < Math.min(OTHERS, others.size()); k++) {
                other(folder, others.get(k), WORDS[(i + k) % WORDS.length]);
            }
            if (!others.isEmpty()) {
                Path other = others.get(others.size() - 1);
                boolean refused = !accepted(folder, paragraphs(other), "--translated");
                translations++;
                translationsRefused += refused ? 1 : 0;
                row(folder, name(other) + ", as a translation", paragraphs(other), !refused);
            }
        }
        Files.writeString(
                Path.of("docs/BENCHMARKS-REFUSING.md"),
                "# Texts of other interviews\n\nWritten by `mvn test -Pbenchmark -Dtest=RefusingBenchmark -Dtapes=FOLDER`. Own texts accepted: "
                        + ownAccepted + " of " + own + ". Others' refused: " + wrongRefused + " of " + wrong
                        + "; as translations " + translationsRefused + " of " + translations
                        + ".\n\n| tape | text | words | |\n|---|---|---|---|\n" + rows);
    }

    private static String language(Path folder) throws IOException {
        return new TapeSync(Program.PLACES)
                .suggested(ImportTranscript.run(folder.resolve("transcript.txt"), List.of()));
    }

    private static List<Path> folders(Path tapes) throws IOException {
        try (Stream<Path> entries = Files.list(tapes)) {
            return entries.filter(f -> Files.exists(f.resolve("transcript.txt")) && Tapes.tape(f) != null)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> paragraphs(Path folder) throws IOException {
        return Arrays.stream(Files.readString(folder.resolve("transcript.txt")).split("\\R\\s*\\R"))
                .toList();
    }

    /** A text with half of another before it and the other half behind it. */
    private static List<String> within(List<String> text, List<String> other) {
        List<String> result = new ArrayList<>(other);
        result.addAll(other.size() / 2, text);
        return result;
    }

    private static int words(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(p -> p.split("\\s+").length).sum();
    }

    private void own(Path folder, String part, List<String> text) throws IOException {
        boolean accepted = accepted(folder, text);
        own++;
        ownAccepted += accepted ? 1 : 0;
        row(folder, "its own, " + part, text, accepted);
    }

    private void other(Path folder, Path other, int most) throws IOException {
        List<String> text = new ArrayList<>();
        for (String paragraph : paragraphs(other)) {
            if (words(text) < most) {
                text.add(paragraph);
            }
        }
        boolean accepted = accepted(folder, text);
        wrong++;
        wrongRefused += accepted ? 0 : 1;
        row(folder, name(other), text, accepted);
    }

    private static boolean accepted(Path folder, List<String> text, String... options) throws IOException {
        String whole = String.join("\n\n", text);
        Path kept = KEPT.resolve(name(folder) + "-" + Integer.toHexString((whole + List.of(options)).hashCode()));
        if (Files.exists(kept)) {
            return Boolean.parseBoolean(Files.readString(kept));
        }
        Path file = Files.createTempFile("refusing", ".txt");
        Path project = Files.createTempFile("refusing", ".tapescript");
        Files.writeString(file, whole);
        List<Object> arguments = new ArrayList<>(List.of(
                "sync", Tapes.tape(folder), file, "--language", "auto", "--no-voices", "--force", "-o", project));
        arguments.addAll(List.of(options));
        int status = Program.run(arguments.toArray()).status();
        Files.delete(file);
        Files.delete(project);
        Files.writeString(kept, String.valueOf(status == 0));
        return status == 0;
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private void row(Path folder, String what, List<String> text, boolean accepted) {
        rows.append("| ")
                .append(name(folder))
                .append(" | ")
                .append(what)
                .append(" | ")
                .append(words(text))
                .append(" | ")
                .append(accepted ? "accepted" : "refused")
                .append(" |\n");
    }
}
