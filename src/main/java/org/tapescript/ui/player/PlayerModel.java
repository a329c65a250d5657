package org.tapescript.ui.player;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.audio.play.NoSoundDeviceException;
import org.tapescript.audio.play.Player;
import org.tapescript.domain.TimeSpan;

/**
 * Playing, as the window shows it: a play head in seconds of the tape that is brought up to date once a frame. Without a sound device
 * the play head can be moved all the same.
 */
public final class PlayerModel implements AutoCloseable {
    private final double length;
    private final Optional<Player> player;
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<TimeSpan>> loop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final DoubleProperty tempo = new SimpleDoubleProperty(1);
    private final DoubleProperty volume = new SimpleDoubleProperty(1);
    /** Seconds by which a pause goes back. */
    private final DoubleProperty rewindOnPause = new SimpleDoubleProperty(0);
    /** Whether playing pauses while somebody types. */
    private final BooleanProperty pauseWhileTyping = new SimpleBooleanProperty(true);

    private boolean pausedForTyping;

    /**
     * @param sound of the tape
     * @param output makes where the sound goes
     */
    public PlayerModel(SampleSource sound, int sampleRate, Supplier<AudioOutput> output) {
        this.length = sound.length() / (double) sampleRate;
        this.player = open(sound, sampleRate, output);
        player.ifPresent(p -> p.onEnded(() -> Platform.runLater(this::refresh)));
        tempo.addListener((o, was, now) -> player.ifPresent(p -> p.setTempo(now.doubleValue())));
        volume.addListener((o, was, now) -> player.ifPresent(p -> p.setVolume(now.doubleValue())));
    }

    private static Optional<Player> open(SampleSource sound, int sampleRate, Supplier<AudioOutput> output) {
        try {
            return Optional.of(new Player(sound, sampleRate, output.get()));
        } catch (NoSoundDeviceException e) {
            return Optional.empty();
        }
    }

    /** Whether there is anything to play on. */
    public boolean hasSound() {
        return player.isPresent();
    }

    public double length() {
        return length;
    }

    /** Brings the play head up to date; called once a frame. */
    public void refresh() {
        player.ifPresent(p -> {
            if (p.isPlaying() || playing.get()) {
                playing.set(p.isPlaying());
                position.set(p.position());
            }
        });
    }

    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    public void play() {
        pausedForTyping = false;
        player.ifPresent(p -> {
            if (position.get() >= length - 0.05) {
                p.seek(0);
            }
            p.play();
            playing.set(true);
        });
    }

    public void pause() {
        player.ifPresent(p -> {
            p.pause();
            playing.set(false);
            if (rewindOnPause.get() > 0) {
                p.seek(p.position() - rewindOnPause.get());
            }
            position.set(p.position());
        });
    }

    /** Somebody types: playing pauses if that is wanted, until {@link #typingEnded}. */
    public void typing() {
        if (pauseWhileTyping.get() && playing.get()) {
            pause();
            pausedForTyping = true;
        }
    }

    public void typingEnded() {
        if (pausedForTyping) {
            play();
        }
    }

    /** Moves the play head. */
    public void seek(double seconds) {
        double to = Math.max(0, Math.min(length, seconds));
        player.ifPresent(p -> p.seek(to));
        position.set(to);
    }

    public void skip(double seconds) {
        seek(position.get() + seconds);
    }

    /** Plays a span again and again; empty to go on. */
    public void setLoop(Optional<TimeSpan> span) {
        loop.set(span);
        player.ifPresent(p -> p.setLoop(span));
    }

    /** Makes voices louder or softer, by the second of the tape. */
    public void setGain(Function<Double, Double> gain) {
        player.ifPresent(p -> p.setGain(gain::apply));
    }

    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public double position() {
        return position.get();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<TimeSpan>> loopProperty() {
        return loop.getReadOnlyProperty();
    }

    public DoubleProperty tempoProperty() {
        return tempo;
    }

    public DoubleProperty volumeProperty() {
        return volume;
    }

    public DoubleProperty rewindOnPauseProperty() {
        return rewindOnPause;
    }

    public BooleanProperty pauseWhileTypingProperty() {
        return pauseWhileTyping;
    }

    @Override
    public void close() {
        player.ifPresent(Player::close);
    }
}
