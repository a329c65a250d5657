package org.tapescript.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tapescript.domain.Recording;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.Tape;
import org.tapescript.workflow.FindRecordings;
import org.tapescript.workflow.MissingRecordingException;
import org.tapescript.workflow.Places;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.TrackChoice;

/** Opens a project beside the window: reads it, finds its recordings, decodes them if that was not done yet. */
final class ProjectOpening {
    private final JobRunner jobs;
    private final TapeSync syncing;
    private final Places places;
    private final OpeningView page;
    private final Settings settings;
    private final Function<Throwable, Optional<Path>> askForTape;

    /**
     * @param page shows the text, and how far decoding is
     * @param settings that know where recordings are that were moved
     * @param askForTape asks where a recording lies that is not found, and why it is asked for
     */
    ProjectOpening(
            JobRunner jobs,
            TapeSync syncing,
            Places places,
            OpeningView page,
            Settings settings,
            Function<Throwable, Optional<Path>> askForTape) {
        this.jobs = jobs;
        this.syncing = syncing;
        this.places = places;
        this.page = page;
        this.settings = settings;
        this.askForTape = askForTape;
    }

    void open(Path project, BiConsumer<EditorSession, Tape> opened, Consumer<Throwable> failed) {
        jobs.run(
                (sink, cancel) -> EditorSession.open(project.toAbsolutePath(), places.journals()),
                ProgressSink.IGNORE,
                session -> {
                    page.show(session.transcript());
                    openTapes(session, moved(session.transcript().recordings()), opened, failed);
                },
                failed);
    }

    private void openTapes(
            EditorSession session,
            List<Path> given,
            BiConsumer<EditorSession, Tape> opened,
            Consumer<Throwable> failed) {
        List<Recording> recordings = session.transcript().recordings();
        jobs.run(
                (sink, cancel) -> Tape.open(
                        syncing.recordings(),
                        FindRecordings.run(session.project(), recordings, given),
                        TrackChoice.as(recordings),
                        sink,
                        cancel),
                page::progress,
                tape -> {
                    remember(recordings, tape.files());
                    opened.accept(session, tape);
                },
                e -> {
                    Optional<Path> found =
                            e instanceof MissingRecordingException ? askForTape.apply(e) : Optional.empty();
                    if (found.isPresent()) {
                        openTapes(session, with(found.get(), given, e), opened, failed);
                        return;
                    }
                    try {
                        session.close();
                    } catch (IOException closing) {
                        e.addSuppressed(closing);
                    }
                    failed.accept(e);
                });
    }

    /** Recordings as the user named them until now, without the one that was the wrong one. */
    private static List<Path> with(Path found, List<Path> given, Throwable e) {
        List<Path> result = new ArrayList<>(given);
        result.removeIf(g -> e instanceof MissingRecordingException missing && g.equals(missing.recording()));
        result.add(found);
        return result;
    }

    /** Where recordings were found the last time that they had moved. */
    private List<Path> moved(List<Recording> recordings) {
        return recordings.stream()
                .flatMap(r -> settings.tape(r.fingerprint()).stream())
                .toList();
    }

    private void remember(List<Recording> recordings, List<Path> files) {
        for (int i = 0; i < recordings.size(); i++) {
            if (!files.get(i).toString().equals(recordings.get(i).path())) {
                settings.putTape(recordings.get(i).fingerprint(), files.get(i));
            }
        }
    }
}
