package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read on whatever lies behind it, in every theme: a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3). */
class ContrastTest {
    private static final double LEAST = 4.5;
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern VALUE = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+);");

    private static String sheet(String name) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        }
    }

    /** What a sheet says of the root. */
    private static Map<String, String> root(String css) {
        Map<String, String> values = new HashMap<>();
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            if (rule.group(1).contains(".root")) {
                values.putAll(values(rule.group(2)));
            }
        }
        return values;
    }

    private static Map<String, String> values(String block) {
        Map<String, String> values = new HashMap<>();
        Matcher value = VALUE.matcher(block.strip().endsWith(";") ? block : block + ";");
        while (value.find()) {
            values.put(value.group(1), value.group(2).strip());
        }
        return values;
    }

    private static Color colour(String text, Map<String, String> names, Color behind) {
        String value = text;
        while (names.containsKey(value)) {
            value = names.get(value);
        }
        Color own = Color.web(value);
        return behind == null
                ? own
                : behind.interpolate(Color.color(own.getRed(), own.getGreen(), own.getBlue()), own.getOpacity());
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void textCanBeRead(String theme) throws IOException {
        Theme base = theme.equals("light") ? new PrimerLight() : new PrimerDark();
        Map<String, String> names = root(sheet(base.getUserAgentStylesheet()));
        String own = sheet("/org/tapescript/ui/" + theme + ".css");
        names.putAll(root(own));
        List<String> unreadable = new ArrayList<>();
        for (String ground : GROUNDS) {
            Color behind = colour(ground, names, null);
            for (String text : List.of("-color-fg-default", "-color-fg-muted")) {
                check(text, text, behind, names, unreadable);
            }
            for (int i = 0; i < 8; i++) {
                if (ground.equals("-color-bg-default")) {
                    check("speaker " + i, "-speaker-" + i, behind, names, unreadable);
                }
            }
        }
        Matcher rule = RULE.matcher(sheet("/org/tapescript/ui/editor.css") + own);
        int rules = 0;
        while (rule.find()) {
            Map<String, String> values = values(rule.group(2));
            boolean words = rule.group(1).contains(".words") || rule.group(1).contains(".note");
            String text = values.getOrDefault("-fx-text-fill", words ? values.get("-fx-fill") : null);
            if (text == null
                    && values.containsKey("-fx-background-color")
                    && rule.group(1).contains(".review-kind")) {
                text = "-color-fg-default";
            }
            if (text != null) {
                rules++;
                for (String ground : GROUNDS) {
                    Color under = colour(ground, names, null);
                    Color behind = values.containsKey("-fx-background-color")
                            ? colour(values.get("-fx-background-color"), names, under)
                            : under;
                    check(rule.group(1).strip(), text, behind, names, unreadable);
                }
            }
        }
        assertThat(rules).isGreaterThan(10);
        marks(sheet("/org/tapescript/ui/editor.css") + own, names, unreadable);
        chips(sheet("/org/tapescript/ui/editor.css") + own, names, unreadable);
        // The one button that goes on, with the focus and without.
        for (String button : List.of("-color-accent-emphasis", "-color-accent-6")) {
            check("a button on " + button, "-color-fg-emphasis", colour(button, names, null), names, unreadable);
        }
        assertThat(unreadable).isEmpty();
    }

    /** What the last rule of a name says, as the sheets stand one after the other. */
    private static Map<String, String> last(String css, String name) {
        Map<String, String> values = new HashMap<>();
        Matcher rule = RULE.matcher(css);
        while (rule.find()) {
            if (rule.group(1).strip().equals(name)) {
                values.putAll(values(rule.group(2)));
            }
        }
        return values;
    }

    /** Words under marks, of which those of the caret and of the play head may lie over each other. */
    private static void marks(String css, Map<String, String> names, List<String> unreadable) {
        Color ground = colour("-color-bg-default", names, null);
        for (List<String> over : List.of(
                List.of(".caret-mark"),
                List.of(".spoken-mark"),
                List.of(".caret-mark", ".spoken-mark"),
                List.of(".selection-mark"),
                List.of(".hit-mark"))) {
            Color behind = ground;
            for (String mark : over) {
                Map<String, String> values = last(css, mark);
                behind = behind.interpolate(
                        colour(values.get("-fx-fill"), names, null), Double.parseDouble(values.get("-fx-opacity")));
            }
            check(String.join(" and ", over), "-color-fg-default", behind, names, unreadable);
        }
    }

    private static void chips(String css, Map<String, String> names, List<String> unreadable) {
        Color ground = colour("-color-bg-default", names, null);
        Color chosen = colour(last(css, ".chip.chosen").get("-fx-background-color"), names, ground);
        check("a chosen chip", "-color-fg-default", chosen, names, unreadable);
        check("its key", "-color-fg-muted", chosen, names, unreadable);
    }

    private static void check(
            String what, String text, Color behind, Map<String, String> names, List<String> unreadable) {
        double contrast = contrast(colour(text, names, behind), behind);
        if (contrast < LEAST) {
            unreadable.add(what + ": " + Math.round(contrast * 100) / 100.0 + " on " + behind);
        }
    }
}
