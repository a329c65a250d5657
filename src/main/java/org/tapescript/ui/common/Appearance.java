package org.tapescript.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** How windows look: theme and size of text, remembered in the settings and the same in every window of the program. */
public final class Appearance {
    /** Colours of all windows. */
    public enum Theme {
        LIGHT("light.css"),
        DARK("dark.css"),
        /** White and yellow on black, without greys, for whoever needs it. */
        CONTRAST("contrast.css");

        private final String stylesheet;

        Theme(String stylesheet) {
            this.stylesheet = stylesheet;
        }

        /** Whether text is light on dark. */
        public boolean isDark() {
            return this != LIGHT;
        }
    }

    private static final String FOLDER = "/org/tapescript/ui/";
    private static final double NORMAL_SIZE = 14;
    private static final double SMALLEST = 10;
    private static final double BIGGEST = 28;

    private final Settings settings;
    private Theme theme;

    public Appearance(Settings settings) {
        this.settings = settings;
        this.theme = parse(settings.get("theme", Theme.LIGHT.name()));
        applyBase();
    }

    private static Theme parse(String name) {
        try {
            return Theme.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Theme.LIGHT;
        }
    }

    private void applyBase() {
        Application.setUserAgentStylesheet(
                (theme.isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    public Theme theme() {
        return theme;
    }

    /** Changes the theme; windows that show must be styled again. */
    public void setTheme(Theme to) {
        settings.put("theme", to.name().toLowerCase(Locale.ROOT));
        theme = to;
        applyBase();
    }

    /** Size of normal text in pixels. */
    public double textSize() {
        return Math.max(SMALLEST, Math.min(BIGGEST, settings.number("fontSize", NORMAL_SIZE)));
    }

    /** Changes the size of text, within what can be read and still fits; windows that show must be styled again. */
    public void setTextSize(double pixels) {
        settings.put("fontSize", Math.max(SMALLEST, Math.min(BIGGEST, pixels)));
    }

    /** Gives a window's content its looks. */
    public void style(Scene scene) {
        style(scene.getStylesheets(), scene.getRoot());
    }

    /** Gives a dialog's or a popup's content its looks. */
    public void style(Parent content) {
        style(content.getStylesheets(), content);
    }

    private void style(ObservableList<String> stylesheets, Parent root) {
        List<String> wanted = new ArrayList<>();
        for (String name : List.of("editor.css", theme.stylesheet)) {
            wanted.add(Appearance.class.getResource(FOLDER + name).toExternalForm());
        }
        stylesheets.setAll(wanted);
        root.setStyle("-fx-font-size: " + textSize() + "px;");
    }
}
