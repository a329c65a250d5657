package org.tapescript.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;

/** A file that is being opened: of a project the text, to be read as soon as it is there, while its sound is decoded. */
final class OpeningView extends BorderPane {
    private final Label label = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressIndicator.INDETERMINATE_PROGRESS);

    OpeningView(String what) {
        label.setText(what);
        label.setId("opening");
        label.setWrapText(true);
        bar.setAccessibleText(what);
        bar.setPrefWidth(320);
        VBox box = new VBox(12, label, bar);
        box.setAlignment(Pos.CENTER);
        setCenter(box);
    }

    /** Shows a text that nobody can change yet. */
    void show(SyncedTranscript transcript) {
        List<String> paragraphs = transcript.transcript().paragraphs().stream()
                .map(p -> p.speaker()
                                .filter(s -> p.kind().isSpoken())
                                .map(s -> s + ": ")
                                .orElse("")
                        + p.place().of(transcript.transcript().text()))
                .toList();
        ListView<String> list = new ListView<>();
        list.setId("opening-text");
        list.setAccessibleText(Messages.get("transcript.accessible"));
        list.getItems().setAll(paragraphs);
        list.getStyleClass().addAll("transcript", "edge-to-edge");
        list.setCellFactory(v -> new TextCell());
        VBox foot = new VBox(6, label, bar);
        foot.getStyleClass().add("import-foot");
        setCenter(list);
        setBottom(foot);
    }

    void progress(String phase, double at, double all) {
        label.setText(Messages.get("open.decoding", Messages.phase(phase), Clock.brief(at), Clock.brief(all)));
        bar.setProgress(all > 0 ? at / all : ProgressIndicator.INDETERMINATE_PROGRESS);
    }

    /** @param to folder that is made */
    void unpacking(double share, Path to) {
        label.setText(Messages.get("open.unpacking", to));
        bar.setProgress(share);
    }

    private static final class TextCell extends WrappingCell<String> {
        private final Label text = new Label();
        private final HBox box = new HBox(text);

        TextCell() {
            text.setWrapText(true);
            text.getStyleClass().add("import-text");
            box.setMinWidth(Region.USE_COMPUTED_SIZE);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            text.setText(empty ? "" : item);
            setGraphic(empty ? null : box);
        }
    }
}
