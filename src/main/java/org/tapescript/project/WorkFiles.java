package org.tapescript.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where an open project keeps what belongs to its being open.
 *
 * @param lock held while a window has the project
 * @param journal of what was not saved
 */
public record WorkFiles(Path lock, Path journal) {
    private static final String LOCK = ".lock";
    private static final String JOURNAL = ".journal";

    /** Hidden files beside the project, where whoever moves the project sees them. */
    public static WorkFiles beside(Path project) {
        String name = "." + project.getFileName();
        return new WorkFiles(project.resolveSibling(name + LOCK), project.resolveSibling(name + JOURNAL));
    }

    /** Files in another folder, for a project in one that cannot be written to; each project has its own there. */
    public static WorkFiles in(Path folder, Path project) throws IOException {
        Files.createDirectories(folder);
        String name = UUID.nameUUIDFromBytes(
                        project.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new WorkFiles(folder.resolve(name + LOCK), folder.resolve(name + JOURNAL));
    }
}
