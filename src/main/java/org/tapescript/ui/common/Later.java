package org.tapescript.ui.common;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Does something a moment after it was asked for: what a list or a picture shows may follow an edit a blink later, and what is typed be
 * kept a little later, so that the edit itself is seen at once.
 */
public final class Later {
    /** What is typed is kept so long afterwards at the latest, whether there is a pause or not: a crash is to cost no more. */
    public static final Duration UNTIL_KEPT = Duration.millis(600);

    private static final Duration MOMENT = Duration.millis(90);

    private final PauseTransition pause;
    private boolean asked;

    public Later(Runnable action) {
        this(MOMENT, action);
    }

    public Later(Duration wait, Runnable action) {
        pause = new PauseTransition(wait);
        // Behind the pulse, not in it: a key that was typed just before is to be seen first.
        pause.setOnFinished(e -> Platform.runLater(() -> {
            if (asked) {
                asked = false;
                action.run();
            }
        }));
    }

    /** Does it once nobody has asked for a while. */
    public void ask() {
        asked = true;
        pause.playFromStart();
    }

    /** Does it a while after it was asked for first, however often it is asked for meanwhile. */
    public void askOnce() {
        if (!asked) {
            ask();
        }
    }

    /** It is done already, or no longer wanted. */
    public void stop() {
        asked = false;
        pause.stop();
    }
}
