package org.tapescript.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tapescript.domain.HandCorrections;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.support.Editing;

/** Projects and journals that earlier versions wrote are readable for ever; see the README beside them. */
class EarlierFilesTest {
    private static final Path EARLIER = Path.of("src", "test", "resources", "earlier");

    @TempDir
    private Path folder;

    private static List<Path> in(String... folders) throws IOException {
        List<Path> result = new ArrayList<>();
        for (String name : folders) {
            try (var found = Files.list(EARLIER.resolve(name))) {
                found.sorted().forEach(result::add);
            }
        }
        return result;
    }

    @TestFactory
    List<DynamicTest> projectsOpenAndKeepAllTheySay() throws IOException {
        return in("version-1/projects").stream()
                .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> {
                    Path again = folder.resolve("again-" + p.getFileName());
                    ProjectFile.read(p).write(again);
                    JsonNode written = new ObjectMapper().readTree(again.toFile());
                    assertThatHolds(written, new ObjectMapper().readTree(p.toFile()), "");
                    assertThat(ProjectFile.read(again).transcript())
                            .isEqualTo(ProjectFile.read(p).transcript());
                }))
                .toList();
    }

    /** Whether each value of the earlier file stands at its place; later versions may say more. */
    private static void assertThatHolds(JsonNode written, JsonNode earlier, String place) {
        if (earlier.isObject()) {
            earlier.properties().forEach(f -> {
                assertThat(written.has(f.getKey())).as(place + "/" + f.getKey()).isTrue();
                assertThatHolds(written.get(f.getKey()), f.getValue(), place + "/" + f.getKey());
            });
        } else if (earlier.isArray()) {
            assertThat(written.size()).as(place).isEqualTo(earlier.size());
            for (int i = 0; i < earlier.size(); i++) {
                assertThatHolds(written.get(i), earlier.get(i), place + "/" + i);
            }
        } else if (!place.equals("/version")) {
            assertThat(written).as(place).isEqualTo(earlier);
        }
    }

    /** Earlier programs did not keep what a text was before it was corrected. */
    private static SyncedTranscript asEarlier(SyncedTranscript now) {
        return now.withNotes(now.notes().withCorrections(HandCorrections.NONE));
    }

    @TestFactory
    List<DynamicTest> editsInJournalsAreRecovered() throws IOException {
        return in("version-1/journals", "version-2/journals").stream()
                .map(j -> DynamicTest.dynamicTest(j.getFileName().toString(), () -> {
                    Path own = Files.createDirectories(folder.resolve(j.getFileName()));
                    Path project = Files.copy(j.resolve("p.tapescript"), own.resolve("p.tapescript"));
                    Files.copy(
                            j.resolve("journal.jsonl"),
                            WorkFiles.beside(project).journal());
                    SyncedTranscript expected =
                            ProjectFile.read(j.resolve("expected.tapescript")).transcript();
                    int steps = Integer.parseInt(
                            Files.readString(j.resolve("steps.txt")).strip());
                    try (Editing editing = new Editing(project)) {
                        assertThat(asEarlier(editing.now())).isEqualTo(expected);
                        assertThat(editing.recovery()).isEqualTo(new Recovery(steps, Optional.empty()));
                    }
                    // It was opened and left again: the journal has the present form now.
                    try (Editing editing = new Editing(project)) {
                        assertThat(asEarlier(editing.now())).isEqualTo(expected);
                        while (editing.undo()) {
                            assertThat(OpenProject.view(project, own).file().transcript())
                                    .isEqualTo(editing.now());
                        }
                    }
                }))
                .toList();
    }
}
