package org.tapescript.ui.welcome;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tapescript.format.Formats;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;

/** The first page: a new project of tape and transcript, one that is there, or the sample. */
public final class WelcomeView extends StackPane {
    private static final String PROJECT = "tapescript";

    /** What the page starts. */
    public interface Actions {
        /** Makes a project of recordings in order and a transcript. */
        void create(List<Path> tapes, Path transcript);

        /** Goes on with the project that was being made. */
        void resume();

        void open(Path project);

        void sample();

        void settings();
    }

    private final FilePicker files;
    private final Actions actions;
    private final Label message = new Label();

    /** @param draft transcript of a project that was being made, if one was */
    public WelcomeView(Settings settings, FilePicker files, Optional<Path> draft, Actions actions) {
        this.files = files;
        this.actions = actions;
        getStyleClass().add("welcome");
        Label title = new Label("Tapescript");
        title.getStyleClass().add("welcome-title");
        Label subtitle = new Label(Messages.get("welcome.subtitle"));
        subtitle.getStyleClass().add("hint");
        Button create = new Button(Messages.get("welcome.new"));
        create.setId("new");
        create.getStyleClass().add("accent");
        create.setOnAction(e -> chooseTape());
        Button open = new Button(Messages.get("welcome.open"));
        open.setId("open");
        open.setOnAction(e -> chooseProject());
        Button sample = new Button(Messages.get("welcome.sample"));
        sample.setId("sample");
        sample.setOnAction(e -> actions.sample());
        Button options = new Button(Messages.get("welcome.settings"));
        options.setId("settings");
        options.getStyleClass().add("flat");
        options.setOnAction(e -> actions.settings());
        FlowPane buttons = new FlowPane(10, 8, create, open, sample, options);
        // A button that says half of what it does says nothing.
        buttons.getChildren().forEach(b -> ((Button) b).setMinWidth(Region.USE_PREF_SIZE));
        Label drop = new Label(Messages.get("welcome.drop"));
        drop.getStyleClass().add("drop-zone");
        drop.setMaxWidth(Double.MAX_VALUE);
        drop.setAlignment(Pos.CENTER);
        message.setId("welcome-message");
        message.setWrapText(true);
        message.getStyleClass().add("breach");
        Hyperlink resume = new Hyperlink(
                draft.map(d -> Messages.get("welcome.resume", d.getFileName())).orElse(""));
        resume.setId("resume");
        resume.setWrapText(true);
        resume.setOnAction(e -> actions.resume());
        resume.setVisible(draft.isPresent());
        resume.setManaged(draft.isPresent());
        VBox recent = new VBox(2);
        recent.setId("recent");
        List<Path> projects = settings.recent();
        if (!projects.isEmpty()) {
            Label heading = new Label(Messages.get("welcome.recent"));
            heading.getStyleClass().add("pane-title");
            recent.getChildren().add(heading);
        }
        for (Path project : projects) {
            Hyperlink link = new Hyperlink(project.getFileName() + "   " + project.getParent());
            link.setOnAction(e -> actions.open(project));
            recent.getChildren().add(link);
        }
        VBox box = new VBox(18, title, subtitle, buttons, drop, message, resume, recent);
        box.setMaxSize(720, VBox.USE_PREF_SIZE);
        box.getStyleClass().add("welcome-box");
        getChildren().add(box);
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        setOnDragDropped(e -> {
            dropped(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
            e.consume();
        });
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Files that were dropped: one project, or recordings and a transcript, in whatever order. */
    public void dropped(List<Path> files) {
        if (files.size() == 1 && extension(files.get(0)).equals(PROJECT)) {
            actions.open(files.get(0));
            return;
        }
        List<Path> texts = files.stream()
                .filter(f -> Formats.READ_EXTENSIONS.contains(extension(f)))
                .toList();
        List<Path> tapes = new ArrayList<>(files);
        tapes.removeAll(texts);
        if (texts.size() == 1 && !tapes.isEmpty()) {
            actions.create(tapes.stream().sorted().toList(), texts.get(0));
        } else {
            say(Messages.get("welcome.dropNeeds"));
        }
    }

    /** Says what went wrong. */
    public void say(String text) {
        message.setText(text);
    }

    private void chooseTape() {
        List<Path> recordings = files.openMany(getScene().getWindow(), Messages.get("welcome.chooseTape"));
        if (!recordings.isEmpty()) {
            files.open(
                            getScene().getWindow(),
                            Messages.get("welcome.chooseTranscript"),
                            Optional.ofNullable(
                                    recordings.get(0).toAbsolutePath().getParent()),
                            Optional.empty())
                    .ifPresent(transcript ->
                            actions.create(recordings.stream().sorted().toList(), transcript));
        }
    }

    private void chooseProject() {
        files.open(getScene().getWindow(), Messages.get("welcome.open"), Optional.empty(), Optional.of(PROJECT))
                .ifPresent(actions::open);
    }
}
