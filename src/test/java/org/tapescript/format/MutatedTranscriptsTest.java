package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tapescript.domain.Block;
import org.tapescript.domain.SourceDocument;
import org.tapescript.domain.Transcript;
import org.tapescript.support.Mutations;
import org.tapescript.support.Transcripts;
import org.tapescript.text.structure.TranscriptAnalyzer;

/**
 * Transcripts of all kinds, damaged at random: each is read and understood, or refused in one line. {@code -Dmutations=1000000} for as many
 * as that; {@code -Dmutations.first=N} for others. Those that fail are left in {@code target/mutated}, the slowest are named in
 * {@code target/mutations.txt}.
 */
class MutatedTranscriptsTest {
    private static final int COUNT = Integer.getInteger("mutations", 2000);
    private static final long FIRST = Long.getLong("mutations.first", 0);
    private static final Path FAILED = Path.of("target", "mutated");
    private static final Path STRUCTURE = Path.of("src/test/resources/org/tapescript/text/structure");
    private static final List<Path> FOLDERS =
            List.of(ReaderGoldenTest.FOLDER, STRUCTURE.resolve("golden"), STRUCTURE.resolve("shapes"));
    private static final int LONGEST_MESSAGE = 500;

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    private void gather() throws IOException {
        for (Path folder : FOLDERS) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(f -> !f.toString().endsWith(".expected"))
                        .sorted()
                        .toList()) {
                    names.add(file.getFileName().toString());
                    files.add(Files.readAllBytes(file));
                }
            }
        }
        for (String format : Formats.writable()) {
            Format writable = Formats.writable(format).orElseThrow();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writable.write(Transcripts.random(7), ExportOptions.DEFAULT, out);
            names.add("own." + writable.extension());
            files.add(out.toByteArray());
        }
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void whatIsDamagedIsReadOrRefused() throws IOException {
        gather();
        List<String> problems = new ArrayList<>();
        long slowest = 0;
        String slow = "";
        int read = 0;
        for (long seed = FIRST; seed < FIRST + COUNT && problems.size() < 20; seed++) {
            Random random = new Random(seed);
            int which = random.nextInt(files.size());
            // Now and then under another's name.
            String name = names.get(random.nextInt(10) == 0 ? random.nextInt(names.size()) : which);
            byte[] bytes = new Mutations(random.nextLong()).of(files, which);
            long start = System.nanoTime();
            String problem = problem(name, bytes);
            long took = System.nanoTime() - start;
            if (took > slowest) {
                slowest = took;
                slow = seed + " " + name;
            }
            read += problem.equals("read") ? 1 : 0;
            if (!problem.equals("read") && !problem.equals("refused")) {
                problems.add(seed + " " + name + ": " + problem);
                Files.createDirectories(FAILED);
                Files.write(FAILED.resolve(seed + "-" + name), bytes);
            }
        }
        Files.writeString(
                Path.of("target", "mutations.txt"),
                String.format(
                        Locale.ROOT, "%d mutated, %d read, slowest %.2f s: %s%n", COUNT, read, slowest / 1e9, slow));
        assertThat(problems).isEmpty();
        assertThat(read).isGreaterThan(COUNT / 4);
    }

    private static String problem(String name, byte[] bytes) {
        try {
            SourceDocument document = Formats.read(new TranscriptFile(Path.of(name), bytes, ReadOptions.FIND));
            String wrong = malformation(document);
            Transcript transcript = TranscriptAnalyzer.analyze(document, List.of());
            return !wrong.isEmpty() ? wrong : transcript.paragraphs().isEmpty() ? "nothing in it" : "read";
        } catch (UnreadableTranscriptException e) {
            boolean line =
                    e.getMessage().length() < LONGEST_MESSAGE && !e.getMessage().contains("\n");
            return line && !e.getMessage().isBlank() ? "refused" : "no line: " + e.getMessage();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    /** What is wrong with a document; nothing if its blocks and times lie in its text, in order. */
    static String malformation(SourceDocument document) {
        int at = 0;
        for (Block block : document.blocks()) {
            if (block.place().start() < at
                    || block.place().end() > document.text().length()
                    || block.place().end() <= block.place().start()) {
                return "a block out of place: " + block;
            }
            at = block.place().end();
        }
        int last = 0;
        for (Transcript.Hint hint : document.times()) {
            if (hint.place().start() < last
                    || hint.place().end() > document.text().length()) {
                return "a time out of place: " + hint;
            }
            last = hint.place().start();
        }
        return "";
    }
}
