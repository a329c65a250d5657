package org.tapescript.ui.importing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.JobRunner;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.player.PlayerBar;
import org.tapescript.ui.player.PlayerModel;
import org.tapescript.workflow.DecodeRecordings;

/** Decodes the tape at once, so that it can be listened to before the sync and while it runs. */
final class ListeningBar extends HBox implements AutoCloseable {
    private final JobRunner jobs;
    private final DecodeRecordings decoding;
    private final Supplier<AudioOutput> output;
    private CompletableFuture<Tape> tape = new CompletableFuture<>();
    private Optional<PlayerBar> player = Optional.empty();
    private CancellationToken opening = new CancellationToken();

    /** @param output makes where the sound goes */
    ListeningBar(JobRunner jobs, DecodeRecordings decoding, Supplier<AudioOutput> output) {
        this.jobs = jobs;
        this.decoding = decoding;
        this.output = output;
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(36);
    }

    /** Decodes these recordings, in place of others. */
    void open(ImportChoices.Tapes tapes) {
        close();
        CompletableFuture<Tape> opened = new CompletableFuture<>();
        tape = opened;
        Label how = new Label();
        how.setWrapText(true);
        how.getStyleClass().add("hint");
        getChildren().setAll(how);
        opening = jobs.run(
                (sink, token) -> {
                    try {
                        opened.complete(Tape.open(decoding, tapes.files(), tapes.choice(), sink, token));
                    } catch (Exception e) {
                        opened.completeExceptionally(e);
                        throw e;
                    }
                    return opened.join();
                },
                (what, at, all) -> how.setText(Messages.phase(what) + " " + Clock.brief(at) + " / " + Clock.brief(all)),
                this::listen,
                e -> how.setText(Failures.message(e)));
    }

    private void listen(Tape opened) {
        PlayerBar bar = new PlayerBar(new PlayerModel(opened.sound(), DecodedRecording.SAMPLE_RATE, output));
        HBox.setHgrow(bar, Priority.ALWAYS);
        player = Optional.of(bar);
        getChildren().setAll(bar);
    }

    /** The tape, once it is decoded. */
    CompletableFuture<Tape> tape() {
        return tape;
    }

    void toggle() {
        player.ifPresent(p -> p.player().toggle());
    }

    @Override
    public void close() {
        opening.cancel();
        player.ifPresent(PlayerBar::close);
        player = Optional.empty();
    }
}
