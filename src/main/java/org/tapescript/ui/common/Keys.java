package org.tapescript.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * All that can be done by a key: every command has a name, can be found in the palette, and may be given other keys. A foot pedal is
 * a keyboard to the computer, so it is served as well.
 */
public final class Keys {
    /** A thing to do, with the keys it has and those it has by default. Its title is the text {@code command.ID}. */
    public record Command(String id, List<KeyCombination> keys, List<KeyCombination> defaults, Runnable action) {
        public String title() {
            return Messages.get("command." + id);
        }

        /** Its keys as people read them. */
        public String keysText() {
            return keys.stream().map(Keys::shown).collect(Collectors.joining(", "));
        }
    }

    /** A key as it is written on keyboards of the window's language. */
    public static String shown(KeyCombination key) {
        String text = key.getDisplayText();
        for (String name : Messages.get("key.names").split("; ")) {
            String[] sides = name.split("=");
            text = text.replaceAll("(?<![^+])" + sides[0] + "(?![^+])", sides[1]);
        }
        return text;
    }

    /** A key as menus write it: they know of no languages. */
    private static final class Shown extends KeyCombination {
        private final KeyCombination key;

        Shown(KeyCombination key) {
            super(key.getShift(), key.getControl(), key.getAlt(), key.getMeta(), key.getShortcut());
            this.key = key;
        }

        @Override
        public boolean match(KeyEvent e) {
            return key.match(e);
        }

        @Override
        public String getName() {
            return key.getName();
        }

        @Override
        public String getDisplayText() {
            return shown(key);
        }

        // A scene finds its accelerators by these; those of the superclass take all keys with Ctrl for the same.
        @Override
        public boolean equals(Object other) {
            return other instanceof Shown shown && shown.key.equals(key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    /** The first key of a command, for its place in a menu. */
    public Optional<KeyCombination> inMenu(String id) {
        return command(id).keys().stream().findFirst().map(Shown::new);
    }

    private static final List<KeyCode> TEXT_KEYS = List.of(
            KeyCode.Z,
            KeyCode.Y,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.A,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.BACK_SPACE);

    private final Settings settings;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    public Keys(Settings settings) {
        this.settings = settings;
    }

    /**
     * Adds a command.
     *
     * @param keys by default, separated by blanks, as {@code Ctrl+Space F4}, those within a key's name
     *     written as {@code _}; empty for none
     */
    public void add(String id, String keys, Runnable action) {
        commands.put(id, new Command(id, parse(settings.get("keys." + id, keys)), parse(keys), action));
    }

    private static List<KeyCombination> parse(String keys) {
        return keys.isBlank()
                ? List.of()
                : Arrays.stream(keys.strip().split("\\s+"))
                        .map(k -> KeyCombination.valueOf(k.replace('_', ' ')))
                        .toList();
    }

    public List<Command> commands() {
        return List.copyOf(commands.values());
    }

    public Command command(String id) {
        return commands.get(id);
    }

    /** The command, if any, that a key belongs to. */
    public Optional<Command> owner(KeyCombination key) {
        return commands.values().stream().filter(c -> c.keys().contains(key)).findFirst();
    }

    /** Gives a command other keys, which others lose, and remembers it. */
    public void rebind(String id, List<KeyCombination> wanted) {
        for (Command c : new ArrayList<>(commands.values())) {
            if (!c.id().equals(id) && c.keys().stream().anyMatch(wanted::contains)) {
                put(c, c.keys().stream().filter(k -> !wanted.contains(k)).toList());
            }
        }
        put(commands.get(id), wanted);
    }

    private void put(Command command, List<KeyCombination> keys) {
        commands.put(command.id(), new Command(command.id(), keys, command.defaults(), command.action()));
        settings.put(
                "keys." + command.id(),
                keys.stream().map(k -> k.getName().replace(' ', '_')).collect(Collectors.joining(" ")));
    }

    /**
     * Lets the keys work in a window.
     *
     * @return takes them out again: the window may show something else, to which these commands mean nothing
     */
    public Runnable install(Scene scene) {
        // A menu has a key before the window does: the one that closes it comes here too, when it is closed already.
        boolean[] closing = {false};
        ListChangeListener<Window> windows = change -> {
            while (change.next()) {
                if (change.getRemoved().stream().anyMatch(ContextMenu.class::isInstance)) {
                    closing[0] = true;
                    Platform.runLater(() -> closing[0] = false);
                }
            }
        };
        Window.getWindows().addListener(windows);
        EventHandler<KeyEvent> pressed = e -> {
            if (closing[0] || isMenuOpen() || scene.getFocusOwner() instanceof TextInputControl && isForText(e)) {
                return;
            }
            find(e).ifPresent(c -> {
                e.consume();
                c.action().run();
            });
        };
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        return () -> {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            Window.getWindows().removeListener(windows);
        };
    }

    /** An open menu has the keys to itself: Escape closes it and does nothing else. */
    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(w -> w instanceof ContextMenu && w.isShowing());
    }

    /** Whoever types means letters, and the usual keys of text fields. */
    private static boolean isForText(KeyEvent e) {
        boolean modified = e.isControlDown() || e.isAltDown() || e.isMetaDown();
        if (!modified) {
            return !e.getCode().isFunctionKey();
        }
        return e.isControlDown() && !e.isAltDown() && TEXT_KEYS.contains(e.getCode());
    }

    private Optional<Command> find(KeyEvent e) {
        return commands.values().stream()
                .filter(c -> c.keys().stream().anyMatch(k -> k.match(e)))
                .findFirst();
    }
}
