package org.tapescript.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;

/** The settings, each of which is in force and remembered as soon as it is changed. */
public final class SettingsDialog {
    private static final List<String> LANGUAGES = List.of("", "en", "de");

    private final Settings settings;
    private final Appearance appearance;
    private final Runnable restyle;
    private final Stage stage = new Stage();
    private final Label notice = new Label();

    /**
     * @param keys of the project that is open; empty on the first page, where there are none
     * @param section shown first: {@code look}, {@code playing} or {@code keys}
     * @param restyle gives the other windows their looks again
     */
    public SettingsDialog(
            Settings settings, Appearance appearance, Optional<Keys> keys, String section, Runnable restyle) {
        this.settings = settings;
        this.appearance = appearance;
        this.restyle = restyle;
        TabPane tabs = new TabPane(tab("look", look()), tab("playing", playing()));
        keys.ifPresent(k -> tabs.getTabs().add(tab("keys", new KeysPane(k))));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().stream().filter(t -> section.equals(t.getId())).forEach(tabs.getSelectionModel()::select);
        notice.getStyleClass().add("hint");
        notice.setWrapText(true);
        Button close = new Button(Messages.get("settings.close"));
        close.setOnAction(e -> stage.close());
        HBox foot = new HBox(12, close, notice);
        foot.setPadding(new Insets(12, 16, 16, 16));
        BorderPane root = new BorderPane(tabs);
        root.setBottom(foot);
        Scene scene = new Scene(root, 640, 480);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.get("settings.title"));
    }

    /** Shows the settings over a window. */
    public void show(Window owner) {
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.show();
    }

    private static Tab tab(String id, Node content) {
        Tab tab = new Tab(Messages.get("settings." + id), content);
        tab.setId(id);
        return tab;
    }

    private GridPane grid() {
        GridPane grid = new GridPane(14, 14);
        grid.setPadding(new Insets(20));
        Prompts.closeByEscape(grid, stage::close);
        return grid;
    }

    private void restyle() {
        appearance.style(stage.getScene());
        restyle.run();
    }

    private GridPane look() {
        GridPane grid = grid();
        ComboBox<Appearance.Theme> theme = choice(
                "theme",
                List.of(Appearance.Theme.values()),
                appearance.theme(),
                t -> Messages.get("settings.theme." + t.name().toLowerCase(Locale.ROOT)),
                t -> {
                    appearance.setTheme(t);
                    restyle();
                });
        Spinner<Double> size = new Spinner<>(10.0, 28.0, appearance.textSize(), 1.0);
        size.setId("text-size");
        size.valueProperty().addListener((o, was, now) -> {
            appearance.setTextSize(now);
            restyle();
        });
        Map<String, String> names = Map.of("", Messages.get("settings.system"), "en", "English", "de", "Deutsch");
        ComboBox<String> language = choice("language", LANGUAGES, settings.get("language", ""), names::get, chosen -> {
            settings.put("language", chosen);
            notice.setText(Messages.get("settings.nextStart"));
        });
        row(grid, 0, "settings.themeLabel", theme);
        row(grid, 1, "settings.textSize", size);
        row(grid, 2, "settings.language", language);
        return grid;
    }

    private GridPane playing() {
        GridPane grid = grid();
        Spinner<Double> rewind = new Spinner<>(0.0, 60.0, settings.number("rewindOnPause", 0), 0.5);
        rewind.setId("rewind");
        rewind.valueProperty().addListener((o, was, now) -> settings.put("rewindOnPause", now));
        CheckBox typing = new CheckBox(Messages.get("settings.pauseWhileTyping"));
        typing.setId("pause-while-typing");
        typing.setWrapText(true);
        typing.setSelected(settings.flag("pauseWhileTyping", true));
        typing.setOnAction(e -> settings.put("pauseWhileTyping", typing.isSelected()));
        row(grid, 0, "command.rewindOnPause", rewind);
        grid.add(typing, 0, 1, 2, 1);
        return grid;
    }

    private static void row(GridPane grid, int row, String key, Node control) {
        Label label = new Label(Messages.get(key));
        label.setLabelFor(control);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        grid.addRow(row, label, control);
    }

    private static <T> ComboBox<T> choice(
            String id, List<T> values, T now, Function<T, String> name, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from the list, never typed");
            }
        });
        box.setValue(now);
        box.setOnAction(e -> chosen.accept(box.getValue()));
        return box;
    }
}
