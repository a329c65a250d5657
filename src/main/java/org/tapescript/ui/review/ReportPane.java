package org.tapescript.ui.review;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.TranscriptIndex;
import org.tapescript.job.JobRunner;
import org.tapescript.job.ProgressSink;
import org.tapescript.report.FindingText;
import org.tapescript.report.SyncReport;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Later;
import org.tapescript.ui.common.Messages;

/** What the sync could place and what it could not, each place to be gone to. */
public final class ReportPane extends ScrollPane {
    private static final int MAXIMUM = 60;

    private final EditorSession session;
    private final JobRunner jobs;
    private final DoubleConsumer goToTime;
    private final Consumer<Integer> goToLine;
    private final VBox box = new VBox(4);

    /** @param goToTime in seconds */
    public ReportPane(EditorSession session, JobRunner jobs, DoubleConsumer goToTime, Consumer<Integer> goToLine) {
        this.session = session;
        this.jobs = jobs;
        this.goToTime = goToTime;
        this.goToLine = goToLine;
        setId("report");
        setFitToWidth(true);
        setContent(box);
        box.getStyleClass().add("side-pane");
        Later reading = new Later(this::read);
        session.transcriptProperty().addListener(o -> reading.ask());
        read();
    }

    /** Draws the report up beside the window; one of a transcript that is no longer the current one is left out. */
    private void read() {
        TranscriptIndex index = session.index();
        jobs.run(
                (progress, cancel) -> SyncReport.of(index),
                ProgressSink.IGNORE,
                report -> {
                    if (index == session.index()) {
                        show(report);
                    }
                },
                e -> System.getLogger(ReportPane.class.getName())
                        .log(System.Logger.Level.ERROR, "Drawing up the report", e));
    }

    private void show(SyncReport r) {
        box.getChildren().clear();
        double all = Math.max(1, r.words());
        title(Messages.get("report.words", r.words()));
        plain(Messages.get("report.placed", percent(r.byEvidence() / all)));
        if (r.byFile() > 0) {
            plain(Messages.get("report.byFile", percent(r.byFile() / all)));
        }
        if (r.placed() > 0) {
            plain(Messages.get("report.translation", percent(r.placed() / all)));
        }
        plain(Messages.get("report.interpolated", percent(r.interpolated() / all)));
        plain(Messages.get("report.notFound", percent(r.notFound() / all)));
        r.remarks().forEach(f -> plain(FindingText.of(f, Messages.locale())));
        if (!r.replaced().isEmpty()) {
            // Each is somebody's work: all are shown.
            title(Messages.get("report.replaced", r.replaced().size()));
            r.replaced()
                    .forEach(c -> link(
                            Messages.get("review.line", c.line()) + " · "
                                    + FindingText.of(c.finding(), Messages.locale()),
                            () -> goToLine.accept(c.line())));
        }
        if (!r.unspoken().isEmpty()) {
            title(Messages.get("report.unspoken", r.unspoken().size()));
            r.unspoken().stream()
                    .limit(MAXIMUM)
                    .forEach(p -> link(
                            Messages.get("review.line", p.line()) + " · " + p.excerpt(),
                            () -> goToLine.accept(p.line())));
        }
        List<StraySpeech> stray = r.untranscribed();
        if (!stray.isEmpty()) {
            title(Messages.get("report.untranscribed", stray.size()));
            stray.stream()
                    .limit(MAXIMUM)
                    .forEach(s -> link(
                            Clock.brief(s.startSeconds()) + " · " + Messages.number(s.seconds(), 1) + " s · "
                                    + s.speaker().orElse(Messages.get("speaker.unknown")),
                            () -> goToTime.accept(s.startSeconds())));
        }
        if (!r.spots().isEmpty()) {
            title(Messages.get("report.spots", r.spots().size()));
            r.spots().stream()
                    .limit(MAXIMUM)
                    .forEach(s -> link(
                            Clock.brief(s.seconds()) + " · " + FindingText.of(s.finding(), Messages.locale()),
                            () -> goToTime.accept(s.seconds())));
        }
    }

    private static String percent(double share) {
        return Messages.number(100 * share, 1);
    }

    private void title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("pane-title");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().add(label);
    }

    private void plain(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        box.getChildren().add(label);
    }

    private void link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setWrapText(true);
        link.setOnAction(e -> action.run());
        box.getChildren().add(link);
    }
}
