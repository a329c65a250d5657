package org.tapescript.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.text.structure.Instructions;
import org.tapescript.text.structure.TranscriptAnalyzer;

/** Understands made-up transcripts of growing length, marked in several ways: {@code mvn test -Pbenchmark -Dtest=ImportBenchmark}. */
@Tag("benchmark")
class ImportBenchmark {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final String WORDS =
            "the mill stood at river and we had no water for weeks my father put a note under door went fishing when rain came";

    @Test
    void aMillionWords() {
        for (int words : List.of(62_500, 125_000, 250_000, 500_000, 1_000_000)) {
            for (String mark : List.of("Nora Lind: |Tomas Veer: ", "– |– ", "Nora Lind\n|Tomas Veer\n", "Q. |A. ")) {
                SourceDocument document = PlainReader.document("t.txt", text(words, mark.split("\\|")));
                long begun = CPU.getCurrentThreadCpuTime();
                TranscriptAnalyzer.understand(document, Instructions.NONE);
                System.out.printf(
                        Locale.ROOT,
                        "%,9d words, marked \"%s\": %.2f s of processor time%n",
                        words,
                        mark.replace("\n", "\\n"),
                        (CPU.getCurrentThreadCpuTime() - begun) / 1e9);
            }
        }
    }

    private static String text(int words, String[] marks) {
        Random random = new Random(1);
        String[] vocabulary = WORDS.split(" ");
        StringBuilder text = new StringBuilder();
        int said = 0;
        for (int turn = 0; said < words; turn++) {
            text.append(marks[turn % marks.length]);
            int length = 5 + random.nextInt(100);
            for (int i = 0; i < length; i++) {
                text.append(vocabulary[random.nextInt(vocabulary.length)]).append(random.nextInt(12) == 0 ? ", " : " ");
            }
            text.append(turn % 2 == 0 ? "so?" : "then.").append("\n\n");
            said += length;
        }
        return text.toString();
    }
}
