package org.tapescript.ui.common;

import javafx.scene.Node;

/** Gives the keys to a control. */
public final class Focus {
    private Focus() {}

    /** One that has just come into the window, too: it knows no keys before its style has made it what it is, and would lose them. */
    public static void give(Node control) {
        control.applyCss();
        control.requestFocus();
    }
}
