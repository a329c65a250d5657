package org.tapescript.ui.common;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Does something a moment after it was asked for last: what a list or a picture shows may follow an edit a blink later, so that the
 * edit itself is seen at once.
 */
public final class Later {
    private static final Duration MOMENT = Duration.millis(90);

    private final PauseTransition pause = new PauseTransition(MOMENT);

    public Later(Runnable action) {
        // Behind the pulse, not in it: a key that was typed just before is to be seen first.
        pause.setOnFinished(e -> Platform.runLater(action));
    }

    public void ask() {
        pause.playFromStart();
    }
}
