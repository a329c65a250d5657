package org.tapescript.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.tapescript.project.OpenProject;
import org.tapescript.project.ProjectFile;
import org.tapescript.project.ProjectPlace;
import org.tapescript.project.Recovery;

/** How commands come to a project: with all that was ever done to it, saved or not, and saying so. */
final class Projects {
    private Projects() {}

    /** A project to be read; somebody may have it open. */
    static ProjectFile view(Console console, Path project) throws IOException {
        OpenProject.View view = OpenProject.view(project, console.places().journals());
        say(console, project, view.recovery());
        return view.file();
    }

    /** A project to be changed, which nobody else may have open until it is closed. */
    static OpenProject open(Console console, Path project) throws IOException {
        OpenProject door = OpenProject.open(project, console.places().journals());
        say(console, project, door.recovery());
        return door;
    }

    /** Writes a project in place of whatever is there. */
    static void replace(Console console, ProjectPlace place, ProjectFile content) throws IOException {
        place.replace(content)
                .ifPresent(kept -> console.err()
                        .println("Changes to the project before that were never saved are kept at " + kept));
    }

    private static void say(Console console, Path project, Recovery recovery) {
        if (recovery.steps() > 0) {
            console.err()
                    .println((recovery.steps() == 1 ? "One change" : recovery.steps() + " changes") + " to " + project
                            + " that " + (recovery.steps() == 1 ? "was" : "were") + " never saved "
                            + (recovery.steps() == 1 ? "is" : "are") + " included");
        }
        recovery.left().ifPresent(left -> console.err().println(why(left, project)));
        console.err().flush();
    }

    private static String why(Recovery.Left left, Path project) {
        return switch (left.reason()) {
            case DAMAGED ->
                "The journal " + left.journal() + " is damaged at line " + left.line()
                        + ": changes from there on are not included";
            case OTHER_STATE ->
                "Changes in " + left.journal() + " belong to an earlier state of " + project + ", and are not included";
            case NEWER -> "Changes in " + left.journal() + " were made by a newer Tapescript, and are not included";
        };
    }
}
