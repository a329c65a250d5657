package org.tapescript.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * TestFX's robot with a clock of its own. That one sleeps for a twentieth of a second after each key, and on after each letter and each
 * few pixels that the mouse goes, whether the window is done or not; this one goes on as soon as what it did has arrived, what was put
 * off till later has happened and the window has been drawn anew, however long that takes.
 */
final class WindowRobot extends ApplicationExtension {
    /** Keys go to the window that has the focus: so long is waited until one that has just opened is given it. */
    private static final int FOCUS_MILLIS = 1000;

    /** Two clicks within this time are a double click. */
    private static final int DOUBLE_CLICK_MILLIS = 600;

    private static final double DOUBLE_CLICK_PIXELS = 10;
    private static final double STEP_PIXELS = 25;
    private static final int FEWEST_STEPS = 4;

    /** Keys that {@link KilledWindow} presses. */
    private static final List<KeyCode> HELD = List.of(
            KeyCode.CONTROL,
            KeyCode.SHIFT,
            KeyCode.ALT,
            KeyCode.ENTER,
            KeyCode.BACK_SPACE,
            KeyCode.F2,
            KeyCode.SPACE,
            KeyCode.A,
            KeyCode.Q,
            KeyCode.R,
            KeyCode.S,
            KeyCode.X,
            KeyCode.Z);

    private Point2D clicked = new Point2D(-100, -100);
    private long clickedAt = System.nanoTime();

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        super.beforeEach(context);
        letGo();
    }

    /**
     * Lets go of all keys. A program that was killed in the middle of a key press leaves that key down on the display, for every program
     * on it, and it cannot be pressed again; TestFX lets go of no key that it has not pressed itself.
     */
    void letGo() {
        HELD.forEach(robotContext().getBaseRobot()::releaseKeyboard);
        settle();
    }

    /** Until all has happened that follows from what was done. */
    static void settle() {
        later();
        later();
        draw();
        later();
        later();
    }

    /** Until all has happened that was put off till later. Events of the display come before that once they are there. */
    private static void later() {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(done::countDown);
        await(done);
    }

    /** Until the window has been laid out and drawn anew. */
    private static void draw() {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(done::countDown);
            }
        }.start());
        await(done);
    }

    private static void await(CountDownLatch done) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException(
                    "the window's thread cannot wait for itself: keys are pressed by the test's");
        }
        try {
            if (!done.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the window hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean isFocused() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> Window.getWindows().stream()
                        .filter(w -> w instanceof Stage && w.isShowing())
                        .reduce((older, newer) -> newer)
                        .map(Window::isFocused)
                        .orElse(true));
    }

    private void awaitFocus() {
        for (int waited = 0; waited < FOCUS_MILLIS && !isFocused(); waited += 10) {
            sleep(10);
        }
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        down(keys);
        happened(keys);
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        up(keys);
        happened(keys);
        return this;
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        down(keys);
        KeyCode[] back = keys.clone();
        Collections.reverse(Arrays.asList(back));
        up(back);
        settle();
        return this;
    }

    private void down(KeyCode... keys) {
        awaitFocus();
        for (KeyCode key : keys) {
            robotContext().getKeyboardRobot().pressNoWait(key);
            later();
        }
    }

    private void up(KeyCode... keys) {
        for (KeyCode key : keys) {
            robotContext().getKeyboardRobot().releaseNoWait(key);
            later();
        }
    }

    /** Nothing follows from keys like Ctrl alone. */
    private static void happened(KeyCode... keys) {
        if (!Arrays.stream(keys).allMatch(KeyCode::isModifierKey)) {
            settle();
        }
    }

    @Override
    public FxRobot write(String text) {
        awaitFocus();
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> Window.getWindows().stream()
                        .filter(Window::isFocused)
                        .findFirst()
                        .orElseGet(this::targetWindow)
                        .getScene());
        for (char letter : text.toCharArray()) {
            robotContext().getBaseRobot().typeKeyboard(scene, KeyCode.UNDEFINED, String.valueOf(letter));
            later();
            later();
        }
        settle();
        return this;
    }

    @Override
    public FxRobot interact(Runnable runnable) {
        super.interactNoWait(runnable);
        settle();
        return this;
    }

    @Override
    public FxRobot press(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        settle();
        return this;
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        robotContext().getMouseRobot().releaseNoWait(buttons);
        settle();
        return this;
    }

    @Override
    public FxRobot moveTo(PointQuery query, Motion motion) {
        Point2D from = robotContext().getBaseRobot().retrieveMouse();
        Point2D to = query.query();
        Motion way = motion == Motion.DEFAULT ? query.queryMotion().orElse(Motion.DIRECT) : motion;
        if (way == Motion.HORIZONTAL_FIRST) {
            glide(from, new Point2D(to.getX(), from.getY()));
        } else if (way == Motion.VERTICAL_FIRST) {
            glide(from, new Point2D(from.getX(), to.getY()));
        }
        glide(robotContext().getBaseRobot().retrieveMouse(), to);
        settle();
        Point2D now = query.query();
        if (!now.equals(to)) {
            glide(to, now);
            settle();
        }
        return this;
    }

    private void glide(Point2D from, Point2D to) {
        int steps = Math.max(FEWEST_STEPS, (int) (from.distance(to) / STEP_PIXELS));
        for (int i = 1; i <= steps; i++) {
            robotContext().getMouseRobot().moveNoWait(from.interpolate(to, (double) i / steps));
            later();
        }
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        Point2D at = robotContext().getBaseRobot().retrieveMouse();
        if (at.distance(clicked) < DOUBLE_CLICK_PIXELS) {
            sleep(Math.max(0, DOUBLE_CLICK_MILLIS - (System.nanoTime() - clickedAt) / 1_000_000));
        }
        click(buttons);
        clicked = at;
        return this;
    }

    private void click(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        later();
        robotContext().getMouseRobot().releaseNoWait(buttons);
        settle();
        clickedAt = System.nanoTime();
    }

    @Override
    public FxRobot clickOn(PointQuery query, Motion motion, MouseButton... buttons) {
        moveTo(query, motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot doubleClickOn(MouseButton... buttons) {
        clickOn(buttons);
        click(buttons);
        return this;
    }

    @Override
    public FxRobot doubleClickOn(PointQuery query, Motion motion, MouseButton... buttons) {
        moveTo(query, motion);
        return doubleClickOn(buttons);
    }

    @Override
    public FxRobot drag(PointQuery query, MouseButton... buttons) {
        moveTo(query, Motion.DEFAULT);
        return press(buttons);
    }

    @Override
    public FxRobot dropTo(PointQuery query) {
        moveTo(query, Motion.DEFAULT);
        return release(new MouseButton[0]);
    }
}
