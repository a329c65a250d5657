package org.tapescript.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Long files are few, and each has a reason. */
class LongFilesTest {
    private static final Path ROOT = Path.of("src/main/java/org/tapescript");
    private static final int LONG = 400;

    private static final Map<String, String> REASONS = Map.of(
            "align/LongTextAligner.java", "the stages of one alignment, in their order",
            "align/WordSearch.java", "one search, whose inner loop shares its arrays with all else in it",
            "placement/TurnPlacement.java",
                    "one loop in which places, voices, lengths and pauses are learned from each other",
            "project/ProjectConverter.java", "one shape of a file and what it stands for, there and back, side by side",
            "session/EditorSession.java", "one home of what an editor may change, every step of it in one journal",
            "ui/DesktopApp.java", "the pages of the program, and how one leads to another",
            "ui/mainwindow/EditorView.java", "the parts of one window, and what each is told of the others",
            "ui/transcript/TranscriptView.java", "one list of rows, with the caret and the typing in it");

    @Test
    void everyLongFileHasAReason() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    long count = lines.count();
                    if (count > LONG) {
                        found.put(ROOT.relativize(file).toString().replace('\\', '/'), count);
                    }
                }
            }
        }
        assertThat(REASONS.keySet())
                .as("files over " + LONG + " lines that no reason is given for: " + found)
                .containsAll(found.keySet());
    }
}
