package org.tapescript.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Messages;

/** The manual: a text of headings and paragraphs, which stays open beside the work. */
public final class ManualWindow {
    private static final String HEADING = "# ";
    private static final double WIDTH = 640;
    private static final double HEIGHT = 680;

    private final Stage stage = new Stage();

    public ManualWindow(Appearance appearance) {
        VBox box = new VBox(8);
        box.getStyleClass().add("manual");
        for (String paragraph : text().split("\\R{2,}")) {
            boolean heading = paragraph.startsWith(HEADING);
            Label label = new Label((heading ? paragraph.substring(HEADING.length()) : paragraph)
                    .strip()
                    .replaceAll("\\R", " "));
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
            label.getStyleClass().add(heading ? "page-title" : "manual-text");
            box.getChildren().add(label);
        }
        ScrollPane pane = new ScrollPane(box);
        pane.setFitToWidth(true);
        pane.setId("manual");
        pane.setAccessibleText(Messages.get("command.manual"));
        Scene scene = new Scene(pane, WIDTH, HEIGHT);
        scene.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle(Messages.get("command.manual"));
    }

    private static String text() {
        boolean german = Messages.locale().getLanguage().equals(Locale.GERMAN.getLanguage());
        String name = "/org/tapescript/ui/" + (german ? "manual_de.txt" : "manual.txt");
        try (InputStream in = ManualWindow.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void show(Window owner) {
        stage.initOwner(owner);
        stage.show();
    }
}
