package org.tapescript.ui.welcome;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tapescript.ui.common.Clock;
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
    private final NewProject making = new NewProject();
    private final Button recording = new Button();
    private final Button transcript = new Button();

    /** @param draft transcript of a project that was being made, if one was */
    public WelcomeView(Settings settings, FilePicker files, Optional<Path> draft, Actions actions) {
        this.files = files;
        this.actions = actions;
        getStyleClass().add("welcome");
        Label title = new Label("Tapescript");
        title.getStyleClass().add("welcome-title");
        Label subtitle = new Label(Messages.get("welcome.subtitle"));
        subtitle.getStyleClass().add("hint");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(Region.USE_PREF_SIZE);
        Button create = new Button(Messages.get("welcome.new"));
        create.setId("new");
        create.getStyleClass().add("accent");
        create.setOnAction(e -> create());
        recording.setId("slot-recording");
        recording.setOnAction(e -> {
            chooseTapes();
            showSlots();
        });
        transcript.setId("slot-transcript");
        transcript.setOnAction(e -> {
            chooseText();
            showSlots();
        });
        for (Button slot : new Button[] {recording, transcript}) {
            slot.getStyleClass().add("slot");
            slot.setWrapText(true);
            slot.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(slot, Priority.ALWAYS);
        }
        HBox slots = new HBox(12, recording, transcript);
        showSlots();
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
        drop.setWrapText(true);
        drop.setMinHeight(Region.USE_PREF_SIZE);
        drop.getStyleClass().add("hint");
        message.setId("welcome-message");
        message.setWrapText(true);
        message.getStyleClass().add("breach");
        Hyperlink resume = new Hyperlink(
                draft.map(d -> Messages.get("welcome.resume", d.getFileName())).orElse(""));
        resume.setId("resume");
        resume.setWrapText(true);
        resume.setMinHeight(Region.USE_PREF_SIZE);
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
            Hyperlink link = new Hyperlink(project.getFileName().toString());
            link.setOnAction(e -> actions.open(project));
            Label about = new Label(about(settings, project));
            about.setWrapText(true);
            about.setMinHeight(Region.USE_PREF_SIZE);
            about.getStyleClass().add("hint");
            recent.getChildren().addAll(link, about);
        }
        VBox box = new VBox(14, title, subtitle, slots, drop, buttons, message, resume, recent);
        box.setMaxSize(720, VBox.USE_PREF_SIZE);
        box.getStyleClass().add("welcome-box");
        ScrollPane pane = new ScrollPane(new StackPane(box));
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.getStyleClass().add("edge-to-edge");
        getChildren().add(pane);
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

    /** How long a project is, how many doubts are left, when it was saved, and where it lies. */
    private static String about(Settings settings, Path project) {
        List<String> parts = new ArrayList<>();
        settings.about(project).ifPresent(about -> {
            parts.add(Clock.brief(about.seconds()));
            parts.add(Messages.get("welcome.doubts", about.doubts()));
        });
        try {
            parts.add(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(Messages.locale().getLanguage().isEmpty() ? Locale.ENGLISH : Messages.locale())
                    .format(Files.getLastModifiedTime(project).toInstant().atZone(ZoneId.systemDefault())));
        } catch (IOException e) {
            // It may be gone by now; whoever opens it is told.
        }
        parts.add(String.valueOf(project.getParent()));
        return String.join("  ·  ", parts);
    }

    /** Files that were dropped: one project, or recordings and a transcript, together or one after the other. */
    public void dropped(List<Path> files) {
        if (files.size() == 1 && NewProject.extension(files.get(0)).equals(PROJECT)) {
            actions.open(files.get(0));
        } else if (making.take(files)) {
            showSlots();
            if (making.isWhole()) {
                create();
            }
        } else {
            say(Messages.get("welcome.dropNeeds"));
        }
    }

    private void showSlots() {
        recording.setText(
                making.tapes().isEmpty()
                        ? Messages.get("welcome.slotRecording")
                        : Messages.get(
                                "welcome.slotChosen",
                                Messages.get("welcome.slotRecording"),
                                making.tapes().stream()
                                        .map(t -> t.getFileName().toString())
                                        .collect(Collectors.joining(", "))));
        transcript.setText(making.text()
                .map(t -> Messages.get("welcome.slotChosen", Messages.get("welcome.slotTranscript"), t.getFileName()))
                .orElse(Messages.get("welcome.slotTranscript")));
    }

    /** Says what went wrong. */
    public void say(String text) {
        message.setText(text);
    }

    /** Asks for what was not chosen yet, and goes on if it was. */
    private void create() {
        if (making.tapes().isEmpty()) {
            chooseTapes();
        }
        if (!making.tapes().isEmpty() && making.text().isEmpty()) {
            chooseText();
        }
        showSlots();
        if (making.isWhole()) {
            actions.create(making.tapes(), making.text().orElseThrow());
        }
    }

    private void chooseTapes() {
        List<Path> chosen = files.openMany(getScene().getWindow(), Messages.get("welcome.chooseTape"));
        if (!chosen.isEmpty() && making.takeTapes(chosen)) {
            say(Messages.get("welcome.swapped", chosen.get(0).getFileName()));
        }
    }

    private void chooseText() {
        Optional<Path> folder =
                making.tapes().stream().findFirst().map(t -> t.toAbsolutePath().getParent());
        files.open(getScene().getWindow(), Messages.get("welcome.chooseTranscript"), folder, Optional.empty())
                .ifPresent(making::takeText);
    }

    private void chooseProject() {
        files.open(getScene().getWindow(), Messages.get("welcome.open"), Optional.empty(), Optional.of(PROJECT))
                .ifPresent(actions::open);
    }
}
