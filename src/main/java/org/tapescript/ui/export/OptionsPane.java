package org.tapescript.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.Formats;
import org.tapescript.format.Timebase;
import org.tapescript.format.page.PageOptions;
import org.tapescript.subtitle.CuePresets;
import org.tapescript.subtitle.CueRules;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.PresetBox;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.SubtitleRules;

/** What can be chosen of an export; only what applies to its format is to be seen. */
final class OptionsPane extends VBox {
    private final Settings settings;
    private final Path project;
    private final Runnable changed;
    private final PresetBox preset = new PresetBox("export-preset");
    private final TextField lineLength;
    private final TextField lines;
    private final TextField speed;
    private final TextField shortest;
    private final TextField longest;
    private final CheckBox twoSpeakers = box("twoSpeakers");
    private final CheckBox names = box("names");
    private final CheckBox words = box("words");
    private final CheckBox published = box("published");
    private final CheckBox guesses = box("guesses");
    private final TextField offset = new TextField("0");
    private final TextField factor = new TextField("1");
    private final TextField frameRate;
    private final TextField start = new TextField("00:00:00");
    private final CheckBox dropFrame = box("dropFrame");
    private final GridPane rulesGrid = new GridPane(10, 6);
    private final GridPane timesGrid = new GridPane(10, 6);
    private final List<Node> timecode = new ArrayList<>();
    private CueRules rules;
    private boolean filling;

    /**
     * @param project whose recordings' times were counted in some way before
     * @param changed called after each change
     */
    OptionsPane(Settings settings, Path project, Runnable changed) {
        super(8);
        this.settings = settings;
        this.project = project;
        this.changed = changed;
        this.rules = SubtitleRules.chosen(settings);
        preset.setOnAction(e -> {
            if (!filling) {
                CuePresets.named(preset.getValue()).ifPresent(this::fill);
            }
        });
        lineLength = field("lineLength", String.valueOf(rules.lineLength()));
        lines = field("lines", String.valueOf(rules.lines()));
        speed = field("speed", decimal(rules.charactersPerSecond()));
        shortest = field("shortest", decimal(rules.minSeconds()));
        longest = field("longest", decimal(rules.maxSeconds()));
        frameRate = field("frameRate", decimal(rules.frameRate()));
        twoSpeakers.setSelected(rules.twoSpeakers());
        row(rulesGrid, "export.preset", preset);
        row(rulesGrid, "export.lineLength", lineLength);
        row(rulesGrid, "export.lines", lines);
        row(rulesGrid, "export.speed", speed);
        row(rulesGrid, "export.shortest", shortest);
        row(rulesGrid, "export.longest", longest);
        row(timesGrid, "export.offset", prepare(offset, "offset"));
        row(timesGrid, "export.factor", prepare(factor, "factor"));
        row(timesGrid, "export.frameRate", frameRate);
        timecode.addAll(row(timesGrid, "export.start", prepare(start, "start")));
        timecode.add(dropFrame);
        getChildren()
                .addAll(
                        rulesGrid,
                        twoSpeakers,
                        names,
                        words,
                        published,
                        guesses,
                        title("export.times"),
                        timesGrid,
                        dropFrame);
        filling = true;
        settings.times(project).ifPresent(this::fill);
        preset.setValue(SubtitleRules.preset(rules).orElse(null));
        filling = false;
    }

    private void fill(Settings.Times times) {
        offset.setText(times.offset());
        factor.setText(times.factor());
        start.setText(times.start());
        dropFrame.setSelected(times.dropFrame());
    }

    private static Label title(String key) {
        Label title = new Label(Messages.get(key));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        return title;
    }

    private CheckBox box(String id) {
        CheckBox box = new CheckBox(Messages.get("export." + id));
        box.setId("export-" + id);
        box.setWrapText(true);
        box.setOnAction(e -> changed());
        return box;
    }

    private TextField field(String id, String value) {
        return prepare(new TextField(value), id);
    }

    private TextField prepare(TextField field, String id) {
        field.setId("export-" + id);
        field.setAccessibleText(Messages.get("export." + id));
        field.setPrefColumnCount(6);
        field.textProperty().addListener(o -> changed());
        return field;
    }

    private static List<Node> row(GridPane grid, String key, Node control) {
        Label label = new Label(Messages.get(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, control);
        return List.of(label, control);
    }

    /** Shows what can be chosen of a format, and that alone. */
    void show(String format) {
        boolean subtitles = Formats.writable(format).orElseThrow().isSubtitles();
        List.of(rulesGrid, twoSpeakers).forEach(n -> show(n, subtitles));
        show(names, FormatGroup.SPEAKER_NAMES, format);
        show(words, FormatGroup.WORD_TIMES, format);
        show(published, FormatGroup.PUBLISHED, format);
        show(guesses, FormatGroup.GUESSES, format);
        timecode.forEach(n -> show(n, FormatGroup.TIMECODES, format));
        boolean frames = subtitles || FormatGroup.TIMECODES.contains(format);
        timesGrid.getChildren().stream()
                .filter(n -> n == frameRate || n instanceof Label l && l.getLabelFor() == frameRate)
                .forEach(n -> show(n, frames));
    }

    private static void show(Node node, Set<String> formats, String format) {
        show(node, formats.contains(format));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void fill(CueRules chosen) {
        filling = true;
        lineLength.setText(String.valueOf(chosen.lineLength()));
        lines.setText(String.valueOf(chosen.lines()));
        speed.setText(decimal(chosen.charactersPerSecond()));
        shortest.setText(decimal(chosen.minSeconds()));
        longest.setText(decimal(chosen.maxSeconds()));
        frameRate.setText(decimal(chosen.frameRate()));
        twoSpeakers.setSelected(chosen.twoSpeakers());
        rules = chosen;
        filling = false;
        changed();
    }

    private void changed() {
        if (!filling) {
            changed.run();
        }
    }

    /**
     * What is chosen.
     *
     * @throws IllegalArgumentException if something is no number, or they contradict each other
     */
    ExportOptions options() {
        double rate = Timebase.exactRate(number(frameRate));
        rules = new CueRules(
                (int) number(lineLength),
                (int) number(lines),
                number(speed),
                rules.wordsPerMinute(),
                number(shortest),
                number(longest),
                rules.gapSeconds(),
                rate,
                twoSpeakers.isSelected());
        Timebase times = new Timebase(
                number(offset),
                Timebase.factor(factor.getText()),
                rate > 0 ? rate : Timebase.MEDIA.frameRate(),
                dropFrame.isVisible() && dropFrame.isSelected(),
                ClockTime.parse(start.getText()).orElseThrow(IllegalArgumentException::new));
        filling = true;
        preset.setValue(SubtitleRules.preset(rules).orElse(null));
        filling = false;
        return new ExportOptions(
                rules,
                names.isSelected(),
                words.isVisible() && words.isSelected(),
                published.isSelected(),
                times,
                new PageOptions(List.of(), guesses.isSelected()));
    }

    private static double number(TextField field) {
        return Double.parseDouble(field.getText().strip().replace(',', '.'));
    }

    /** As it is written in the window's language; all of these fields take a point as well as a comma. */
    private static String decimal(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : Messages.number(value, 3).replaceFirst("0+$", "");
    }

    /** The next export begins with the same rules, and the next of this project with its times. */
    void remember() {
        settings.putTimes(
                project,
                new Settings.Times(offset.getText(), factor.getText(), start.getText(), dropFrame.isSelected()));
        SubtitleRules.choose(settings, rules);
    }
}
