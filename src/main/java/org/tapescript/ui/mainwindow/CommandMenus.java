package org.tapescript.ui.mainwindow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.tapescript.edit.Edit;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.SpeakerColours;

/** Every command in the menus of the window, and those that go with a place in the text in a menu of its own there. */
final class CommandMenus {
    /** Of each menu, in sizes of the text, with what the theme puts around it. */
    private static final double MENU_PADDING = 2;

    private final CommandTable table;
    private final Keys keys;
    private final EditorSession session;
    private final Shell shell;
    private final Consumer<ContextMenu> spelling;
    private Runnable fitting = () -> {};

    /**
     * @param shell asked for projects opened before
     * @param spelling adds what may have been meant to the menu at a word
     */
    CommandMenus(CommandTable table, EditorSession session, Shell shell, Consumer<ContextMenu> spelling) {
        this.table = table;
        this.shell = shell;
        this.keys = table.keys();
        this.session = session;
        this.spelling = spelling;
    }

    /** The bar over the window. */
    MenuBar bar() {
        MenuBar bar = new MenuBar();
        table.menus().forEach((name, ids) -> {
            Menu menu = new Menu(Messages.get("menu." + name));
            menu.setId("menu-" + name);
            menu.getItems().setAll(items(ids));
            // What can be undone and who speaks changes; and keys are shown here, but served by the window: an item
            // with an
            // accelerator would do the same thing a second time.
            menu.setOnShowing(e -> {
                menu.getItems().setAll(items(ids));
                showKeys(menu.getItems());
            });
            menu.setOnHidden(e -> menu.getItems().forEach(i -> i.setAccelerator(null)));
            bar.getMenus().add(menu);
        });
        bar.setMinWidth(0);
        // Menus that are wider than the window would be cut: there they are smaller.
        bar.widthProperty().addListener((o, was, now) -> fit(bar));
        this.fitting = () -> fit(bar);
        return bar;
    }

    private void fit(MenuBar bar) {
        double size = shell.appearance().textSize();
        double wanted = bar.getMenus().stream()
                .mapToDouble(m -> {
                    Text text = new Text(m.getText());
                    text.setFont(Font.font(size));
                    return text.getLayoutBounds().getWidth() + MENU_PADDING * size;
                })
                .sum();
        double fitting = bar.getWidth() > 0 && wanted > bar.getWidth() ? size * bar.getWidth() / wanted : size;
        bar.setStyle("-fx-font-size: " + Math.floor(fitting) + "px;");
    }

    /** Fits the bar to another size of text. */
    void restyle() {
        fitting.run();
    }

    /** What can be done at a word. */
    ContextMenu atWord() {
        ContextMenu menu = context(List.of(
                "playFromWord",
                "loop",
                CommandTable.LINE,
                "copy",
                "copySpeakers",
                "copyTimes",
                "saveSound",
                CommandTable.LINE,
                "comment",
                "bookmark",
                "commentDelete",
                CommandTable.LINE,
                "edit",
                "split",
                "merge",
                CommandTable.LINE,
                CommandTable.SPEAKERS,
                "newSpeaker",
                "rename",
                "swap",
                CommandTable.LINE,
                "pin",
                "unspoken"));
        spelling.accept(menu);
        return menu;
    }

    /** Who may speak a turn, with the keys that say so. */
    ContextMenu speakersMenu() {
        ContextMenu menu = context(List.of(
                CommandTable.SPEAKERS, CommandTable.LINE, "newSpeaker", "rename", "swap", CommandTable.LINE, "merge"));
        menu.setId("speakers-menu");
        showKeys(menu.getItems());
        return menu;
    }

    /** What can be done at a paragraph that nobody speaks. */
    ContextMenu atUnspoken() {
        return context(List.of("spoken", "fold"));
    }

    private ContextMenu context(List<String> ids) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items(ids));
        return menu;
    }

    private List<MenuItem> items(List<String> ids) {
        List<MenuItem> items = new ArrayList<>();
        for (String id : ids) {
            switch (id) {
                case CommandTable.LINE -> items.add(new SeparatorMenuItem());
                case CommandTable.SPEAKERS -> items.addAll(speakers());
                case CommandTable.RECENT -> items.add(recent());
                default -> items.add(itemOf(id));
            }
        }
        return items;
    }

    private MenuItem itemOf(String id) {
        Keys.Command command = keys.command(id);
        MenuItem item = new MenuItem(command.title());
        item.setId("item-" + id);
        item.setOnAction(e -> keys.command(id).action().run());
        if (id.equals("undo")) {
            name(item, "undo.of", session.undoableProperty().get());
        } else if (id.equals("redo")) {
            name(item, "redo.of", session.redoableProperty().get());
        }
        return item;
    }

    private static void name(MenuItem item, String text, Optional<Edit> edit) {
        item.setDisable(edit.isEmpty());
        edit.ifPresent(e -> item.setText(Messages.get(text, EditorView.title(e))));
    }

    private Menu recent() {
        Menu menu = new Menu(Messages.get("menu.recent"));
        for (Path project : shell.recent()) {
            if (!project.equals(session.project().toAbsolutePath().normalize())) {
                MenuItem item = new MenuItem(project.getFileName() + "   " + project.getParent());
                item.setMnemonicParsing(false);
                item.setOnAction(e -> shell.open(project));
                menu.getItems().add(item);
            }
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private List<MenuItem> speakers() {
        List<String> names = new SpeakerColours(session.transcript()).speakers();
        List<MenuItem> items = new ArrayList<>();
        for (int i = 0; i < names.size() && keys.command("speaker" + (i + 1)) != null; i++) {
            MenuItem item = itemOf("speaker" + (i + 1));
            item.setText(Messages.get("menu.spokenBy", names.get(i)));
            items.add(item);
        }
        return items;
    }

    private void showKeys(List<MenuItem> items) {
        for (MenuItem item : items) {
            if (item.getId() != null) {
                keys.inMenu(item.getId().substring("item-".length())).ifPresent(item::setAccelerator);
            }
        }
    }
}
