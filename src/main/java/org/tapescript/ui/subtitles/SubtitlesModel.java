package org.tapescript.ui.subtitles;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tapescript.domain.Cue;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.subtitle.CueBuilder;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CueRules;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SubtitleRules;

/** The subtitles of the transcript as it is now, as an export by the rules chosen last has them; made beside the window. */
public final class SubtitlesModel implements AutoCloseable {
    /**
     * Subtitles, and what they were made of.
     *
     * @param breaking how many of them break a rule
     */
    public record Made(TranscriptIndex index, CueRules rules, List<Cue> cues, long breaking) {
        static Made of(TranscriptIndex index, CueRules rules, CueBuilder builder) {
            List<Cue> cues = builder.build(index.transcript());
            return new Made(
                    index,
                    rules,
                    cues,
                    cues.stream().filter(c -> breaks(c, rules)).count());
        }

        boolean breaks(Cue cue) {
            return breaks(cue, rules);
        }

        private static boolean breaks(Cue cue, CueRules rules) {
            return !CueCheck.of(cue, rules).isEmpty();
        }
    }

    private final EditorSession session;
    private final FxJobRunner jobs;
    private final Settings settings;
    private final Later making = new Later(this::make);
    private final ReadOnlyObjectWrapper<Made> made;
    private final Runnable unwatched;
    private CueRules rules;
    /** By those rules; kept, since most subtitles stay as they are from one edit to the next. */
    private CueBuilder builder;

    public SubtitlesModel(EditorSession session, FxJobRunner jobs, Settings settings) {
        this.session = session;
        this.jobs = jobs;
        this.settings = settings;
        go(SubtitleRules.chosen(settings));
        this.made = new ReadOnlyObjectWrapper<>(new Made(session.index(), rules, List.of(), 0));
        this.unwatched = settings.onChange(() -> {
            if (!SubtitleRules.chosen(settings).equals(rules)) {
                go(SubtitleRules.chosen(settings));
                making.ask();
            }
        });
        session.transcriptProperty().addListener(o -> making.ask());
        make();
    }

    private void go(CueRules by) {
        rules = by;
        builder = new CueBuilder(by);
    }

    private void make() {
        TranscriptIndex index = session.index();
        CueRules by = rules;
        CueBuilder with = builder;
        jobs.run(
                (progress, cancel) -> Made.of(index, by, with),
                ProgressSink.IGNORE,
                now -> {
                    if (index == session.index() && by.equals(rules)) {
                        made.set(now);
                    }
                },
                e -> System.getLogger(SubtitlesModel.class.getName())
                        .log(System.Logger.Level.ERROR, "Making subtitles", e));
    }

    ReadOnlyObjectProperty<Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** The subtitles that were made last; at first there are none. */
    public Made made() {
        return made.get();
    }

    /** Whether what is shown is what the transcript says now. */
    boolean isCurrent() {
        return made.get().index() == session.index();
    }

    CueRules rules() {
        return rules;
    }

    void choose(CueRules chosen) {
        go(chosen);
        SubtitleRules.choose(settings, chosen);
        making.ask();
    }

    /** Index of the subtitle that is shown at a moment or was shown last; -1 before the first. */
    int at(double seconds) {
        int found = Collections.binarySearch(
                made.get().cues().stream().map(c -> c.time().startSeconds()).toList(), seconds);
        return found >= 0 ? found : -found - 2;
    }

    /** The subtitle that is shown at a moment. */
    public Optional<Cue> shownAt(double seconds) {
        int at = at(seconds);
        return at < 0
                ? Optional.empty()
                : Optional.of(made.get().cues().get(at))
                        .filter(c -> seconds < c.time().endSeconds());
    }

    /** Told whenever there are other subtitles. */
    public void onMade(Runnable listener) {
        made.addListener(o -> listener.run());
    }

    @Override
    public void close() {
        unwatched.run();
    }
}
