package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectPlace;

/** A project that a command makes another of, in its place or under another name. */
record ProjectChange(SyncedTranscript before, SyncedTranscript after) {
    interface Step {
        SyncedTranscript change(SyncedTranscript before) throws IOException, CommandFailedException;
    }

    /**
     * Changes a project; what speaks against writing it is said before.
     *
     * @param target where to write it; may be the project
     * @param force whether it may replace what is there
     * @param inputs other files that are read, which it must not be
     */
    static ProjectChange run(
            Console console,
            Path project,
            Path target,
            boolean force,
            Function<SyncedTranscript, List<Path>> inputs,
            Step step)
            throws IOException, CommandFailedException {
        if (!isSame(project, target)) {
            ProjectFile file = Projects.view(console, project);
            List<Path> read = inputs.apply(file.transcript());
            read.add(project);
            Target.check(target, read);
            Target.refuseToReplace(target, force);
            try (ProjectPlace place = ProjectPlace.take(target)) {
                SyncedTranscript changed = step.change(file.transcript());
                Projects.replace(console, place, file.with(changed));
                return new ProjectChange(file.transcript(), changed);
            }
        }
        if (Files.exists(project)) {
            // To be opened, a project that cannot be written beside needs another folder, which is not what speaks
            // against it.
            Target.checkFolder(project);
        }
        try (OpenProject door = Projects.open(console, project)) {
            SyncedTranscript before = door.history().current();
            Target.check(project, inputs.apply(before));
            SyncedTranscript changed = step.change(before);
            door.save(changed);
            return new ProjectChange(before, changed);
        }
    }

    /** A project is replaced by what is made of it, if it is named as both. */
    private static boolean isSame(Path project, Path target) throws IOException {
        return project.equals(target) || Files.exists(target) && Files.isSameFile(project, target);
    }
}
