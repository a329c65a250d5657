package org.tapescript.ui.mainwindow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.tapescript.job.JobRunner;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.BundleProject;
import org.tapescript.workflow.Inputs;
import org.tapescript.workflow.Places;

/** Packs the project with its recordings into one file to be handed on; asks how the sound is packed, and where to. */
final class SaveBundle {
    private static final double MEGABYTE = 1e6;

    private final EditorSession session;
    private final Tape tape;
    private final Places places;
    private final JobRunner jobs;
    private final FilePicker files;
    private final Consumer<String> say;

    SaveBundle(
            EditorSession session, Tape tape, Places places, JobRunner jobs, FilePicker files, Consumer<String> say) {
        this.session = session;
        this.tape = tape;
        this.places = places;
        this.jobs = jobs;
        this.files = files;
        this.say = say;
    }

    void run(Prompts prompts, Supplier<Window> window) {
        String asItIs = Messages.get("bundle.asItIs", megabytes());
        String opus = Messages.get("bundle.opus", BundleProject.opusBytes(session.transcript()) / MEGABYTE);
        Optional<String> chosen = prompts.choice(Messages.get("bundle.ask"), asItIs, List.of(asItIs, opus));
        if (chosen.isEmpty()) {
            return;
        }
        BundleProject.Sound sound = chosen.get().equals(opus) ? BundleProject.Sound.OPUS : BundleProject.Sound.AS_IT_IS;
        files.save(window.get(), Messages.get("command.bundle"), BundleProject.suggested(session.project()))
                .ifPresent(to -> write(sound, to));
    }

    private double megabytes() {
        long bytes = 0;
        for (Path file : tape.files()) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                // That it is gone is said when it is to be packed.
            }
        }
        return bytes / MEGABYTE;
    }

    private void write(BundleProject.Sound sound, Path chosen) {
        boolean typed = chosen.getFileName().toString().contains(".");
        Path to = typed ? chosen : chosen.resolveSibling(chosen.getFileName() + BundleProject.EXTENSION);
        List<Path> read = new ArrayList<>(tape.files());
        read.add(session.project());
        if (new Inputs().add(read).at(to).isPresent()) {
            say.accept(Messages.get("bundle.same", to));
            return;
        }
        if (!typed && Files.exists(to)) {
            // The desktop's dialog asked about the name without its ending.
            say.accept(Messages.get("error.writing", to, Messages.get("error.exists")));
            return;
        }
        jobs.run(
                (progress, cancel) ->
                        new BundleProject(places).run(session.project(), tape.files(), sound, to, progress, cancel),
                (phase, at, all) ->
                        say.accept(Messages.phase(phase) + " " + Clock.brief(at) + " / " + Clock.brief(all)),
                result -> say.accept(Messages.get("bundle.done", to, result.bytes() / MEGABYTE)),
                e -> say.accept(Failures.message(e)));
    }
}
