package org.tapescript.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.tapescript.storage.FileNames;

/**
 * Where an open project keeps what belongs to its being open.
 *
 * @param lock held while somebody may change the project
 * @param journal of what was not saved
 * @param history of what was, to be undone
 */
record WorkFiles(Path lock, Path journal, Path history) {
    private static final String LOCK = ".lock";
    private static final String JOURNAL = ".journal";
    private static final String HISTORY = ".history";

    /** Hidden files beside the project, where whoever moves the project sees them. */
    static WorkFiles beside(Path project) {
        String name = "." + project.getFileName();
        return new WorkFiles(
                project.resolveSibling(FileNames.fit(name, LOCK)),
                project.resolveSibling(FileNames.fit(name, JOURNAL)),
                project.resolveSibling(FileNames.fit(name, HISTORY)));
    }

    /** Files in another folder, for a project in one that cannot be written to; each project has its own there. */
    static WorkFiles in(Path folder, Path project) {
        String name = UUID.nameUUIDFromBytes(
                        project.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new WorkFiles(
                folder.resolve(name + LOCK), folder.resolve(name + JOURNAL), folder.resolve(name + HISTORY));
    }

    /** A name beside a journal that nothing has yet, for edits that are kept. */
    static Path aside(Path journal) {
        for (int n = 1; ; n++) {
            Path file =
                    journal.resolveSibling(FileNames.fit(journal.getFileName().toString(), ".kept-" + n));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }
}
