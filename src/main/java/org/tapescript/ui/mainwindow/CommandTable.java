package org.tapescript.ui.mainwindow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.ui.common.Keys;

/** What the window of a project can do, a row a command: its name, its keys and its place in the menus. */
final class CommandTable {
    /** Stands between groups of a menu. */
    static final String LINE = "-";
    /** Stands where there is a command for everybody who speaks. */
    static final String SPEAKERS = "speakers";

    /** Stands where the projects opened before are. */
    static final String RECENT = "recent";

    private final Keys keys;
    private final Map<String, List<String>> menus = new LinkedHashMap<>();

    CommandTable(Keys keys) {
        this.keys = keys;
    }

    /** Rows of a menu, in its order. */
    final class Rows {
        private final List<String> ids;

        private Rows(List<String> ids) {
            this.ids = ids;
        }

        /** A command; see {@link Keys#add}. */
        Rows add(String id, String byDefault, Runnable action) {
            keys.add(id, byDefault, action);
            ids.add(id);
            return this;
        }

        Rows line() {
            ids.add(LINE);
            return this;
        }

        /** Projects opened before, in a menu of their own. */
        Rows recent() {
            ids.add(RECENT);
            return this;
        }

        /** Commands {@code speaker1} and so on, which are in the menu as many as there are speakers. */
        Rows speakers() {
            ids.add(SPEAKERS);
            return this;
        }
    }

    /** Begins another menu. */
    Rows menu(String name) {
        List<String> ids = new ArrayList<>();
        menus.put(name, ids);
        return new Rows(ids);
    }

    /** Names of commands, {@link #LINE} and {@link #SPEAKERS} by menu. */
    Map<String, List<String>> menus() {
        return menus;
    }

    Keys keys() {
        return keys;
    }
}
