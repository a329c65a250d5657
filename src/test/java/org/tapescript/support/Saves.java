package org.tapescript.support;

import org.tapescript.session.EditorSession;

/** Saves a session that writes at once, or fails. */
public final class Saves {
    private Saves() {}

    public static void save(EditorSession session) {
        session.save(() -> {}, e -> {
            throw new AssertionError("saving " + session.project(), e);
        });
    }
}
