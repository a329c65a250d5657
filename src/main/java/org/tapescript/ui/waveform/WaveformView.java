package org.tapescript.ui.waveform;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapePeaks;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Word;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.edit.SetWordTime;
import org.tapescript.job.JobRunner;
import org.tapescript.session.EditorSession;
import org.tapescript.session.WordTimes;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;
import org.tapescript.ui.player.PlayerModel;

/**
 * A stretch of the sound with its words, whose boundaries can be dragged. Drawn anew only when the stretch or the text changes; the
 * play head is a line that moves over it.
 */
public final class WaveformView extends Pane {
    static final double RULER = 16;
    private static final double WORDS = 20;
    private static final double SHORTEST_SECONDS = 0.01;
    private static final double LONGEST_SECONDS = 600;
    /** Seconds between the ruler's marks. */
    private static final double[] STEPS = {
        0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120
    };

    private static final Color WAVE = Color.web("#6b7f99");
    private static final float FULL_SCALE = 32768;
    /** While playing, the view turns a page when the play head has come so far. */
    private static final double PAGE = 0.92;

    private final EditorSession session;
    private final PlayerModel player;
    private final WaveColumns columns;
    private final SampleSource sound;
    private final SpectrogramPicture spectrogram;
    private final Consumer<RefusedEditException> refused;
    private final WaveformGestures gestures;
    private final Canvas canvas = new Canvas();
    private final Line playHead = new Line();
    private final Rectangle selected = new Rectangle();
    private final DoubleProperty from = new SimpleDoubleProperty(0);
    private final DoubleProperty seconds = new SimpleDoubleProperty(10);
    private final SimpleObjectProperty<Optional<TimeSpan>> selection = new SimpleObjectProperty<>(Optional.empty());

    private WordTimes times;
    private SpeakerColours colours;

    /** @param refused told of edits that cannot be done */
    public WaveformView(
            EditorSession session,
            PlayerModel player,
            TapePeaks peaks,
            SampleSource sound,
            JobRunner jobs,
            Consumer<RefusedEditException> refused) {
        this.session = session;
        this.player = player;
        this.columns = new WaveColumns(peaks);
        this.sound = sound;
        this.spectrogram = new SpectrogramPicture(sound, jobs, this::draw);
        this.refused = refused;
        setId("waveform");
        getStyleClass().add("waveform");
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(Messages.get("waveform.accessible"));
        setMinHeight(90);
        setPrefHeight(170);
        playHead.getStyleClass().add("play-head");
        selected.getStyleClass().add("selected-span");
        selected.setVisible(false);
        selected.setMouseTransparent(true);
        playHead.setMouseTransparent(true);
        getChildren().addAll(canvas, selected, playHead);
        widthProperty().addListener(o -> draw());
        heightProperty().addListener(o -> draw());
        session.transcriptProperty().addListener((o, was, now) -> read());
        player.positionProperty().addListener((o, was, now) -> moveHead());
        selection.addListener((o, was, now) -> showSelection());
        session.caretProperty().addListener((o, was, now) -> draw());
        this.gestures = new WaveformGestures(this, session, player);
        read();
    }

    private void read() {
        times = session.times();
        colours = new SpeakerColours(session.transcript());
        draw();
    }

    /** The span that was dragged over, to be played in a loop or given to a word. */
    public SimpleObjectProperty<Optional<TimeSpan>> selectionProperty() {
        return selection;
    }

    double x(double second) {
        return (second - from.get()) / seconds.get() * getWidth();
    }

    double second(double x) {
        return from.get() + x / getWidth() * seconds.get();
    }

    private void moveHead() {
        double at = player.position();
        if (at < from.get() || at > from.get() + seconds.get() * PAGE) {
            show(at - seconds.get() * 0.08, seconds.get());
        }
        double x = x(player.position());
        playHead.setStartX(x);
        playHead.setEndX(x);
    }

    /** Shows what lies by so much of what is shown now further on. */
    void scroll(double share) {
        show(from.get() + share * seconds.get(), seconds.get());
    }

    private void show(double start, double length) {
        double longest = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, player.length()));
        double l = Math.max(SHORTEST_SECONDS, Math.min(longest, length));
        double f = Math.max(0, Math.min(player.length() - l, start));
        if (f != from.get() || l != seconds.get()) {
            from.set(f);
            seconds.set(l);
            draw();
        }
    }

    /** Shows less time, or more if the factor is above 1, around the play head if it is in view. */
    public void zoom(double factor) {
        double at = player.position();
        boolean inView = at >= from.get() && at <= from.get() + seconds.get();
        zoom(factor, inView ? at : from.get() + seconds.get() / 2);
    }

    void zoom(double factor, double around) {
        double length = Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, seconds.get() * factor));
        show(around - (around - from.get()) * length / seconds.get(), length);
    }

    /** Index of the first word of {@link #times} that is in view, or just before it. */
    int firstInView() {
        return Math.max(0, times.at(from.get()) - 1);
    }

    boolean isInView(int index) {
        return index < times.size() && times.start(index) <= from.get() + seconds.get();
    }

    WordTimes times() {
        return times;
    }

    void setTime(Word word, long start, long end) {
        try {
            session.apply(new SetWordTime(word.id(), start, end));
        } catch (RefusedEditException e) {
            refused.accept(e);
        }
    }

    private void showSelection() {
        selected.setVisible(selection.get().isPresent());
        selection.get().ifPresent(s -> {
            selected.setX(x(s.startSeconds()));
            selected.setWidth(x(s.endSeconds()) - x(s.startSeconds()));
        });
    }

    void draw() {
        double width = getWidth();
        double height = getHeight();
        if (width < 2 || height < 2) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        playHead.setStartY(0);
        playHead.setEndY(height);
        selected.setY(RULER);
        selected.setHeight(height - RULER);
        showSelection();
        double x = x(player.position());
        playHead.setStartX(x);
        playHead.setEndX(x);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        double sky = RULER + WORDS;
        double wave = sky + (height - sky) * 0.5;
        spectrogram.draw(g, sky + (height - sky) * 0.5, height, this::x);
        drawWave(g, sky, wave);
        drawWords(g, height);
        drawRuler(g);
        gestures.draggedTo().ifPresent(second -> drawTime(g, second));
        spectrogram.want(from.get(), seconds.get(), (int) Math.min(1200, width));
    }

    private void drawWave(GraphicsContext g, double top, double bottom) {
        double width = getWidth();
        double middle = (top + bottom) / 2;
        double scale = (bottom - top) / 2 / 0.6;
        double perPixel = seconds.get() / width * DecodedRecording.SAMPLE_RATE;
        g.setFill(WAVE);
        if (perPixel < 1) {
            drawSamples(g, middle, scale);
            return;
        }
        columns.read(from.get(), perPixel, (int) Math.ceil(width));
        for (int px = 0; px < columns.count(); px++) {
            double high = Math.max(top, middle - columns.high(px) * scale);
            double low = Math.min(bottom, middle - columns.low(px) * scale);
            g.fillRect(px, high, 1, Math.max(1, low - high));
        }
    }

    /** Each sample, joined to the next, where a sample is wider than a pixel. */
    private void drawSamples(GraphicsContext g, double middle, double scale) {
        long first = Math.max(0, (long) (from.get() * DecodedRecording.SAMPLE_RATE) - 1);
        long last = (long) ((from.get() + seconds.get()) * DecodedRecording.SAMPLE_RATE) + 2;
        float[] samples = new float[(int) (last - first)];
        sound.read(first, samples, samples.length);
        g.setStroke(WAVE);
        g.setLineWidth(1);
        double beforeX = 0;
        double beforeY = middle;
        for (int i = 0; i < samples.length; i++) {
            double x = x((first + i) / (double) DecodedRecording.SAMPLE_RATE);
            double y = middle - samples[i] / FULL_SCALE * scale;
            if (i > 0) {
                g.strokeLine(beforeX, beforeY, x, y);
            }
            g.fillOval(x - 1.5, y - 1.5, 3, 3);
            beforeX = x;
            beforeY = y;
        }
    }

    private void drawWords(GraphicsContext g, double height) {
        Optional<String> caret = caretWord().map(Word::id);
        g.setFont(Font.font(12));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int i = firstInView(); isInView(i); i++) {
            Word word = times.word(i);
            double a = x(gestures.movedTo(word, true).orElse(times.start(i)));
            double b = x(gestures.movedTo(word, false).orElse(times.end(i)));
            // Of a word seen at the scale of samples only what is in view: the canvas gives up on shapes as wide as
            // that.
            double left = Math.max(0, a);
            double right = Math.min(getWidth(), b);
            Color colour = colours.of(times.turn(i).speaker());
            boolean current = caret.filter(word.id()::equals).isPresent();
            g.setFill(colour.deriveColor(0, 1, 1, current ? 0.45 : 0.16));
            g.fillRect(left, RULER, Math.max(1, right - left), WORDS);
            if (current) {
                g.setFill(colour.deriveColor(0, 1, 1, 0.10));
                g.fillRect(left, RULER + WORDS, Math.max(1, right - left), height);
            }
            g.setStroke(colour.deriveColor(0, 1, 1, 0.7));
            g.setLineWidth(word.isManual() ? 2 : 1);
            g.strokeLine(a, RULER, a, height);
            if (seconds.get() < 60) {
                g.setLineDashes(3, 3);
                g.strokeLine(b, RULER, b, height);
                g.setLineDashes();
            }
            if (right - left > 6 * Math.min(word.text().length(), 6)) {
                g.setFill(textColour());
                g.fillText(word.text(), (left + right) / 2, RULER + WORDS / 2, right - left - 2);
            }
        }
    }

    private Color textColour() {
        return getStyleClass().contains("dark") ? Color.web("#d8dee6") : Color.web("#24292f");
    }

    /** Beside a boundary that is dragged: to where. */
    private void drawTime(GraphicsContext g, double second) {
        boolean left = x(second) > getWidth() / 2;
        g.setFont(Font.font(12));
        g.setTextAlign(left ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.setFill(textColour());
        g.fillText(Clock.precise(second, 3), x(second) + (left ? -5 : 5), RULER + WORDS + 10);
    }

    private void drawRuler(GraphicsContext g) {
        double step = STEPS[0];
        for (double s : STEPS) {
            step = s;
            if (s / seconds.get() * getWidth() > 70) {
                break;
            }
        }
        g.setFont(Font.font(10));
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(textColour().deriveColor(0, 1, 1, 0.7));
        g.setStroke(textColour().deriveColor(0, 1, 1, 0.25));
        for (double t = Math.ceil(from.get() / step) * step; t < from.get() + seconds.get(); t += step) {
            double x = x(t);
            g.strokeLine(x, 0, x, RULER);
            g.fillText(
                    step < 1 ? Clock.precise(t, (int) Math.ceil(-Math.log10(step))) : Clock.brief(t), x + 3, RULER / 2);
        }
    }

    /** Moves the start of the word at the caret. */
    public void nudgeStart(double by) {
        nudge(by, 0);
    }

    /** Moves the end of the word at the caret. */
    public void nudgeEnd(double by) {
        nudge(0, by);
    }

    private void nudge(double start, double end) {
        caretWord()
                .ifPresent(word -> word.span()
                        .ifPresent(s -> setTime(
                                word,
                                Math.max(0, s.startMicros() + Math.round(start * 1e6)),
                                s.endMicros() + Math.round(end * 1e6))));
    }

    /** Lets the word at the caret begin where the play head is. */
    public void startFromPlayHead() {
        caretWord().ifPresent(word -> {
            long at = Math.round(player.position() * 1e6);
            setTime(
                    word,
                    at,
                    word.span().map(TimeSpan::endMicros).filter(e -> e > at).orElse(at + 300_000));
        });
    }

    /** Lets the word at the caret end where the play head is. */
    public void endFromPlayHead() {
        caretWord().ifPresent(word -> {
            long at = Math.round(player.position() * 1e6);
            setTime(
                    word,
                    word.span().map(TimeSpan::startMicros).filter(s -> s < at).orElse(at - 300_000),
                    at);
        });
    }

    private Optional<Word> caretWord() {
        Optional<String> id = session.caretProperty().get();
        return id.flatMap(times::holding).or(() -> id.flatMap(session.index()::word));
    }

    /** Draws for a dark or a light window. */
    public void setDark(boolean dark) {
        getStyleClass().remove("dark");
        if (dark) {
            getStyleClass().add("dark");
        }
        draw();
    }
}
