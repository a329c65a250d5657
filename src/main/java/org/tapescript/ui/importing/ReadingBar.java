package org.tapescript.ui.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;
import org.tapescript.text.structure.DoubtText;
import org.tapescript.text.structure.Scheme;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;

/** Shows how a transcript's file was read - what marks turns, the encoding, tiers or columns - and lets each be said otherwise. */
final class ReadingBar extends VBox {
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "windows-1256",
            "windows-1257",
            "windows-1258",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-7",
            "ISO-8859-15",
            "KOI8-R",
            "x-MacRoman",
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR");

    private final ImportModel model;
    private final ComboBox<Scheme> marks = new ComboBox<>();
    private final ComboBox<String> encoding = new ComboBox<>();
    private final HBox parts = new HBox(8);
    private final Label loud = new Label();
    private final Label problem = new Label();
    private final Label doubts = new Label();
    private boolean showing;

    /** @param goTo shows a paragraph that is doubted */
    ReadingBar(ImportModel model, IntConsumer goTo, IntSupplier selected) {
        super(6);
        this.model = model;
        marks.setId("marks");
        marks.setConverter(new Named());
        marks.valueProperty().addListener((o, was, now) -> say(() -> model.marks(Optional.of(now))));
        encoding.setId("encoding");
        encoding.valueProperty().addListener((o, was, now) -> say(() -> model.encoding(Charset.forName(now))));
        parts.setAlignment(Pos.CENTER_LEFT);
        loud.setId("loud");
        loud.setWrapText(true);
        loud.getStyleClass().add("breach");
        problem.getStyleClass().add("breach");
        problem.setWrapText(true);
        doubts.getStyleClass().add("hint");
        Button undo = new Button(Messages.get("import.undo"));
        undo.setId("undo");
        undo.disableProperty().bind(model.undoableProperty().not());
        undo.setOnAction(e -> model.undo());
        Button next = new Button(Messages.get("import.nextDoubt"));
        next.setId("next-doubt");
        next.setOnAction(e -> {
            int at = model.nextDoubt(selected.getAsInt());
            if (at >= 0) {
                goTo.accept(at);
            }
        });
        FlowPane row = new FlowPane(
                12,
                6,
                labelled("import.marks", marks),
                labelled("import.encoding", encoding),
                parts,
                undo,
                next,
                doubts);
        row.setRowValignment(VPos.CENTER);
        row.setMinWidth(0);
        // What would be wider than the window is as wide as it.
        row.getChildren().forEach(n -> ((Region) n).maxWidthProperty().bind(row.widthProperty()));
        getChildren().addAll(row, loud, problem);
        model.transcriptProperty().addListener(o -> show());
        show();
    }

    private static HBox labelled(String key, ComboBox<?> box) {
        Label label = new Label(Messages.get(key));
        label.setLabelFor(box);
        label.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(Messages.get(key));
        HBox pair = new HBox(6, label, box);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(0);
        return pair;
    }

    /** Reads the file anew; what cannot be read so is said, and nothing changes. */
    private void say(Change change) {
        if (showing) {
            return;
        }
        try {
            change.make();
            problem.setText("");
        } catch (IOException e) {
            problem.setText(Failures.message(e));
        }
        show();
    }

    private interface Change {
        void make() throws IOException;
    }

    private void show() {
        showing = true;
        Reading reading = model.understanding().reading();
        Scheme found = Arrays.stream(Scheme.values())
                .filter(s -> s.label().equals(model.understanding().scheme()))
                .findFirst()
                .orElse(Scheme.NONE);
        marks.getItems()
                .setAll(Arrays.stream(Scheme.values())
                        .filter(s -> s == found || s != Scheme.BESIDE && s != Scheme.TABLE)
                        .toList());
        marks.setValue(found);
        boolean text = !reading.encoding().isEmpty();
        List<String> encodings = new ArrayList<>(ENCODINGS);
        if (text && !encodings.contains(reading.encoding())) {
            encodings.add(0, reading.encoding());
        }
        encoding.getItems().setAll(encodings);
        encoding.setValue(text ? reading.encoding() : null);
        encoding.getParent().setVisible(text);
        encoding.getParent().setManaged(text);
        parts.getChildren().setAll(reading.choices().stream().map(this::menu).toList());
        parts.setManaged(!reading.choices().isEmpty());
        List<Doubt> all = model.transcript().doubts();
        doubts.setText(Messages.get("import.doubts", all.size()));
        loud.setText(all.stream()
                .filter(d -> d.code() == DoubtCode.MUCH_UNSPOKEN)
                .findFirst()
                .map(d -> "⚠ " + DoubtText.of(d))
                .orElse(""));
        loud.setManaged(!loud.getText().isEmpty());
        problem.setManaged(!problem.getText().isEmpty());
        showing = false;
    }

    private MenuButton menu(Reading.Choice choice) {
        String key = choice.part() == Reading.Part.COLUMN ? "import.columns" : "import.tiers";
        MenuButton menu = new MenuButton(Messages.get(key, String.join(", ", choice.chosen())));
        menu.setId(choice.part() == Reading.Part.COLUMN ? "columns" : "tiers");
        for (String name : choice.all()) {
            CheckMenuItem item = new CheckMenuItem(name);
            item.setMnemonicParsing(false);
            item.setSelected(choice.chosen().contains(name));
            item.setOnAction(e -> say(() -> model.choose(
                    choice.part(),
                    menu.getItems().stream()
                            .filter(i -> ((CheckMenuItem) i).isSelected())
                            .map(i -> i.getText())
                            .toList())));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static final class Named extends StringConverter<Scheme> {
        @Override
        public String toString(Scheme scheme) {
            return scheme == null ? "" : Messages.get("scheme." + scheme.label());
        }

        @Override
        public Scheme fromString(String shown) {
            throw new UnsupportedOperationException("schemes are chosen, not typed");
        }
    }
}
