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

/**
 * Counts how many texts of other interviews are refused, and how many of the tape's own are accepted, parts of them and longer ones among
 * them, and writes docs/BENCHMARKS-REFUSING.md.
 *
 * <p>{@code mvn test -Pbenchmark -Dtest=RefusingBenchmark -Dtapes=FOLDER}: folders that each hold {@code tape.*} and {@code
 * transcript.txt}, of different interviews, in any languages; {@code -Dothers=3} tries so many other texts on each tape. The language is
 * left to the program.
 */
@Tag("benchmark")
class RefusingBenchmark {
    private static final int OTHERS = Integer.getInteger("others", 3);
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
        List<Path> folders = folders(Path.of(System.getProperty("tapes", "audio-samples")));
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            List<String> text = paragraphs(folder);
            own(folder, "all", text);
            own(folder, "first half", text.subList(0, (text.size() + 1) / 2));
            own(folder, "a tenth, from the middle", text.subList(text.size() * 9 / 20, text.size() * 11 / 20 + 1));
            own(folder, "between all others", all(folders));
            for (int k = 1; k <= Math.min(OTHERS, folders.size() - 1); k++) {
                Path other = folders.get((i + k) % folders.size());
                other(folder, other, WORDS[(i + k) % WORDS.length]);
            }
            if (folders.size() > 1) {
                Path other = folders.get((i + 1) % folders.size());
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

    /** All texts, one behind the other: of most of them nothing is on the tape. */
    private static List<String> all(List<Path> folders) throws IOException {
        List<String> result = new ArrayList<>();
        for (Path folder : folders) {
            result.addAll(paragraphs(folder));
        }
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
        Path file = Files.createTempFile("refusing", ".txt");
        Path project = Files.createTempFile("refusing", ".tapescript");
        Files.writeString(file, String.join("\n\n", text));
        List<Object> arguments = new ArrayList<>(List.of(
                "sync", Tapes.tape(folder), file, "--language", "auto", "--no-voices", "--force", "-o", project));
        arguments.addAll(List.of(options));
        int status = Program.run(arguments.toArray()).status();
        Files.delete(file);
        Files.delete(project);
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
