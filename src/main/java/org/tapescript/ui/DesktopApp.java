package org.tapescript.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.tapescript.audio.play.AudioOutput;
import org.tapescript.audio.play.JavaSoundOutput;
import org.tapescript.job.ProgressSink;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Appearance;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.FilePicker;
import org.tapescript.ui.common.FxJobRunner;
import org.tapescript.ui.common.Keys;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Prompts;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.Tape;
import org.tapescript.ui.common.WindowPicture;
import org.tapescript.ui.help.ManualWindow;
import org.tapescript.ui.importing.ImportDraft;
import org.tapescript.ui.importing.ImportModel;
import org.tapescript.ui.importing.ImportView;
import org.tapescript.ui.mainwindow.EditorView;
import org.tapescript.ui.mainwindow.Shell;
import org.tapescript.ui.settings.SettingsDialog;
import org.tapescript.ui.welcome.WelcomeView;
import org.tapescript.workflow.MissingRecordingException;
import org.tapescript.workflow.Places;
import org.tapescript.workflow.TapeSync;
import org.tapescript.workflow.UnpackBundle;

/** The desktop program: one window that shows the first page, a transcript to be imported, or a project. */
public final class DesktopApp {
    /**
     * How the program was started.
     *
     * @param project to open at once
     * @param at second at which to show it
     * @param screenshot picture to write of what is shown, after which the program ends
     */
    public record Request(Optional<Path> project, double at, Optional<Path> screenshot) {
        public static final Request NONE = new Request(Optional.empty(), 0, Optional.empty());
    }

    private static final double MINIMUM_WIDTH = 800;
    private static final double MINIMUM_HEIGHT = 560;
    private static final KeyCombination QUIT = KeyCombination.valueOf("Shortcut+Q");

    private final Stage stage;
    /** As large as the window was the last time. */
    private final double width;

    private final double height;
    private final Places places;
    private final TapeSync syncing;
    private final Settings settings;
    private final Appearance appearance;
    private final Supplier<AudioOutput> output;
    private final FilePicker files;
    private final FxJobRunner jobs = new FxJobRunner("opening", 1);
    private final StackPane root = new StackPane();
    private AutoCloseable shown = () -> {};
    /** Whether nobody is there to answer: a picture is to be taken. */
    private boolean unattended;

    private Optional<Throwable> failure = Optional.empty();
    /** A project that was being made when its page was left. */
    private Optional<ImportDraft> draft = Optional.empty();

    /**
     * @param output makes where the sound goes
     * @param files asks for files
     */
    public DesktopApp(Stage stage, Places places, Supplier<AudioOutput> output, FilePicker files) {
        this.stage = stage;
        this.places = places;
        this.syncing = new TapeSync(places);
        this.output = output;
        this.files = files;
        this.settings = new Settings(places.settings());
        if (!settings.get("language", "").isEmpty()) {
            Messages.use(Locale.forLanguageTag(settings.get("language", "")));
        }
        this.appearance = new Appearance(settings);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        this.width = Math.max(MINIMUM_WIDTH, Math.min(screen.getWidth(), settings.number("window.width", 1240)));
        this.height = Math.max(MINIMUM_HEIGHT, Math.min(screen.getHeight(), settings.number("window.height", 820)));
        Scene scene = new Scene(root);
        // An open project has a command for it, with a key of the user's choice.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (QUIT.match(e) && !(shown instanceof EditorView)) {
                e.consume();
                quit();
            }
        });
        appearance.style(scene);
        stage.setScene(scene);
        stage.setTitle("Tapescript");
        stage.setMinWidth(MINIMUM_WIDTH);
        stage.setMinHeight(MINIMUM_HEIGHT);
        stage.setOnCloseRequest(e -> {
            if (!mayLeave(stage::hide)) {
                e.consume();
            }
        });
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> unexpected(e));
    }

    /**
     * Opens the window in a program that has none yet, and returns when it is closed.
     *
     * @return why no picture could be taken, if one was to be
     */
    public static Optional<Throwable> run(Places places, Request request) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
        // The toolkit stays until the program ends: events that are under way when the window goes still need it.
        Platform.startup(() -> Platform.setImplicitExit(false));
        Platform.runLater(() -> {
            Stage stage = new Stage();
            DesktopApp app = new DesktopApp(stage, places, JavaSoundOutput::new, FilePicker.NATIVE);
            stage.setOnHidden(e -> {
                app.close();
                failure.set(app.failure());
                closed.countDown();
            });
            app.show(request);
        });
        closed.await();
        return failure.get();
    }

    /** The project that is open, if one is. */
    Optional<EditorView> editor() {
        return shown instanceof EditorView editor ? Optional.of(editor) : Optional.empty();
    }

    /** Why no picture could be taken, if one was to be. */
    Optional<Throwable> failure() {
        return failure.filter(e -> unattended);
    }

    /** Shows the window. */
    public void show(Request request) {
        unattended = request.screenshot().isPresent();
        // Reading begins before there is a window to show it in.
        request.project().ifPresentOrElse(p -> open(p, request), this::home);
        resize();
        stage.show();
        // Some window managers know nothing of the size of a window that is not there yet, and make it as small as it
        // may be.
        Platform.runLater(() -> {
            resize();
            Scene scene = stage.getScene();
            scene.widthProperty().addListener((o, was, now) -> settings.put("window.width", stage.getWidth()));
            scene.heightProperty().addListener((o, was, now) -> settings.put("window.height", stage.getHeight()));
        });
        if (request.project().isEmpty()) {
            request.screenshot().ifPresent(this::photograph);
        }
    }

    private void resize() {
        stage.setWidth(width);
        stage.setHeight(height);
    }

    private void restyle() {
        appearance.style(stage.getScene());
        if (shown instanceof EditorView editor) {
            editor.restyle();
        }
    }

    /** Shows text in another size from now on. */
    void setTextSize(double pixels) {
        appearance.setTextSize(pixels);
        restyle();
    }

    /** Shows everything in other colours from now on. */
    void setTheme(Appearance.Theme theme) {
        appearance.setTheme(theme);
        restyle();
    }

    private void showSettings(Optional<Keys> keys, String section) {
        new SettingsDialog(settings, appearance, keys, section, this::restyle).show(stage);
    }

    private void put(Parent page, AutoCloseable closing) {
        leave();
        shown = closing;
        root.getChildren().setAll(page);
    }

    private void leave() {
        try {
            shown.close();
        } catch (Exception e) {
            unexpected(e);
        }
        shown = () -> {};
    }

    private void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    /** Goes to the first page. */
    public void home() {
        if (!mayLeave(this::home)) {
            return;
        }
        stage.setTitle("Tapescript");
        WelcomeView[] page = new WelcomeView[1];
        page[0] = new WelcomeView(settings, files, draft.map(ImportDraft::text), new WelcomeView.Actions() {
            @Override
            public void create(List<Path> tapes, Path transcript) {
                importing(tapes, transcript, project(tapes.get(0)));
            }

            @Override
            public void resume() {
                draft.ifPresent(DesktopApp.this::importing);
            }

            @Override
            public void open(Path project) {
                DesktopApp.this.open(project, Request.NONE);
            }

            @Override
            public void settings() {
                showSettings(Optional.empty(), "look");
            }

            @Override
            public void sample() {
                Path sample = places.samples().resolve("radioworks");
                Path folder = places.cache().resolve("sample");
                try {
                    Files.createDirectories(folder);
                    importing(
                            List.of(sample.resolve("tape.ogg")),
                            sample.resolve("transcript.txt"),
                            folder.resolve("radioworks.tapescript"));
                } catch (IOException e) {
                    page[0].say(Failures.message(e));
                }
            }
        });
        put(page[0], () -> {});
    }

    private static Path project(Path tape) {
        String name = tape.getFileName().toString().replaceFirst("\\.[^.]+$", "");
        return tape.resolveSibling(name + ".tapescript");
    }

    private void importing(List<Path> tapes, Path text, Path project) {
        if (Files.exists(project) && !project.startsWith(places.cache())) {
            Alert alert = alert(Alert.AlertType.CONFIRMATION, Messages.get("welcome.exists", project));
            ButtonType open = new ButtonType(Messages.get("welcome.openExisting"));
            ButtonType replace = new ButtonType(Messages.get("welcome.replace"));
            ButtonType leave = leaving("welcome.leave");
            buttons(alert, open, replace, leave);
            ButtonType answer = alert.showAndWait().orElse(leave);
            if (answer == open) {
                open(project, Request.NONE);
                return;
            }
            if (answer != replace) {
                return;
            }
        }
        Optional<ImportDraft> left = draft.filter(d -> d.isOf(tapes, text));
        if (left.isPresent()) {
            importing(left.get());
            return;
        }
        waiting(text);
        jobs.run(
                (sink, cancel) -> ImportModel.of(text),
                ProgressSink.IGNORE,
                model -> importing(new ImportDraft(tapes, text, project, model)),
                this::failed);
    }

    private void importing(ImportDraft making) {
        draft = Optional.of(making);
        ImportView view = new ImportView(making, syncing, settings, appearance, files, output, this::made, this::home);
        put(view, view);
        stage.setTitle(making.text().getFileName() + " – Tapescript");
    }

    private void made(Path project) {
        draft = Optional.empty();
        open(project, Request.NONE);
    }

    /** Opens a project, or the one in a bundle. */
    public void open(Path project, Request request) {
        OpeningView page = waiting(project);
        jobs.run(
                (sink, cancel) -> UnpackBundle.isBundle(project),
                ProgressSink.IGNORE,
                bundle -> {
                    if (bundle) {
                        new BundleOpening(jobs, page, this::askWhereTo)
                                .open(project, unpacked -> open(unpacked, request), this::home, this::failed);
                    } else {
                        open(project, request, page);
                    }
                },
                this::failed);
    }

    private void open(Path project, Request request, OpeningView page) {
        new ProjectOpening(jobs, syncing, places, page, settings, unattended ? e -> Optional.empty() : this::askForTape)
                .open(project, (session, tape) -> edit(session, tape, request), this::failed);
    }

    /** Shows that a file is being read. */
    private OpeningView waiting(Path file) {
        OpeningView page = new OpeningView(Messages.get("open.reading", file.getFileName()));
        put(page, () -> {});
        stage.setTitle(file.getFileName() + " – Tapescript");
        return page;
    }

    private Optional<Path> askWhereTo(Path folder) {
        Alert alert = alert(Alert.AlertType.CONFIRMATION, Messages.get("bundle.whereTo", folder));
        ButtonType here = new ButtonType(Messages.get("bundle.here"), ButtonBar.ButtonData.OK_DONE);
        ButtonType elsewhere = new ButtonType(Messages.get("bundle.elsewhere"), ButtonBar.ButtonData.OTHER);
        ButtonType leave = leaving("open.leaveTape");
        alert.getButtonTypes().setAll(elsewhere, leave);
        if (Files.isWritable(folder.getParent())) {
            alert.getButtonTypes().add(0, here);
        }
        ButtonType answer = alert.showAndWait().orElse(leave);
        return answer == here
                ? Optional.of(folder.getParent())
                : answer == elsewhere
                        ? files.folder(stage, Messages.get("bundle.elsewhere"), folder.getParent())
                        : Optional.empty();
    }

    private Optional<Path> askForTape(Throwable e) {
        Alert alert =
                alert(Alert.AlertType.CONFIRMATION, Failures.message(e) + "\n\n" + Messages.get("open.whereIsTape"));
        ButtonType choose = new ButtonType(Messages.get("open.chooseTape"), ButtonBar.ButtonData.OK_DONE);
        alert.getButtonTypes()
                .setAll(choose, new ButtonType(Messages.get("open.leaveTape"), ButtonBar.ButtonData.CANCEL_CLOSE));
        if (alert.showAndWait().filter(choose::equals).isEmpty()) {
            return Optional.empty();
        }
        return files.open(stage, Messages.get("open.whereIsTape"), Optional.empty(), Optional.empty());
    }

    private void edit(EditorSession session, Tape tape, Request request) {
        EditorView view = new EditorView(session, tape, syncing, settings, output, new ProjectShell(session));
        put(view, view);
        view.installKeys();
        view.restyle();
        settings.addRecent(session.project());
        session.savedProperty().addListener(o -> title(session));
        title(session);
        if (request.at() > 0) {
            view.player().seek(request.at());
        } else {
            view.resume();
        }
        request.screenshot().ifPresent(this::photograph);
    }

    private void title(EditorSession session) {
        String unsaved = session.savedProperty().get() ? "" : "• ";
        stage.setTitle(unsaved + session.project().getFileName() + " – Tapescript");
    }

    /** The program, as a project's window sees it. */
    private final class ProjectShell implements Shell {
        private final EditorSession session;

        ProjectShell(EditorSession session) {
            this.session = session;
        }

        @Override
        public void home() {
            DesktopApp.this.home();
        }

        @Override
        public void quit() {
            DesktopApp.this.quit();
        }

        @Override
        public void open() {
            files.open(
                            stage,
                            Messages.get("welcome.open"),
                            Optional.ofNullable(
                                    session.project().toAbsolutePath().getParent()),
                            Optional.of("tapescript"))
                    .ifPresent(this::open);
        }

        @Override
        public void open(Path project) {
            if (mayLeave(() -> DesktopApp.this.open(project, Request.NONE))) {
                DesktopApp.this.open(project, Request.NONE);
            }
        }

        @Override
        public void reopen() {
            DesktopApp.this.open(session.project(), Request.NONE);
        }

        @Override
        public List<Path> recent() {
            return settings.recent();
        }

        @Override
        public void showManual() {
            new ManualWindow(appearance).show(stage);
        }

        @Override
        public void showSettings(Keys keys, String section) {
            DesktopApp.this.showSettings(Optional.of(keys), section);
        }

        @Override
        public FilePicker files() {
            return files;
        }

        @Override
        public Places places() {
            return places;
        }

        @Override
        public Appearance appearance() {
            return appearance;
        }

        @Override
        public void restyle() {
            DesktopApp.this.restyle();
        }

        @Override
        public Path dictionaries() {
            return places.settings().resolveSibling("dictionaries");
        }

        @Override
        public void renamed(Path project) {
            settings.addRecent(project);
            title(session);
        }
    }

    /** Asks about what is not done or not saved; false if the user stays, or leaves once it is saved. @param then how */
    private boolean mayLeave(Runnable then) {
        if (shown instanceof ImportView making && making.isSyncing()) {
            Alert alert = alert(Alert.AlertType.CONFIRMATION, Messages.get("import.stopAsk"));
            ButtonType stop = new ButtonType(Messages.get("import.stop"), ButtonBar.ButtonData.LEFT);
            ButtonType stay = new ButtonType(Messages.get("import.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
            alert.getButtonTypes().setAll(stop, stay);
            return alert.showAndWait().filter(stop::equals).isPresent();
        }
        if (!(shown instanceof EditorView editor)
                || editor.session().savedProperty().get()) {
            return true;
        }
        Alert alert = alert(Alert.AlertType.CONFIRMATION, Messages.get("close.unsaved"));
        ButtonType save = new ButtonType(Messages.get("close.save"));
        ButtonType keep = new ButtonType(Messages.get("close.later"));
        ButtonType stay = leaving("close.stay");
        buttons(alert, save, keep, stay);
        ButtonType answer = alert.showAndWait().orElse(stay);
        if (answer == save) {
            editor.session()
                    .save(
                            then,
                            e -> alert(Alert.AlertType.ERROR, Messages.get("error.save", Failures.message(e)))
                                    .show());
        }
        return answer == keep;
    }

    /** What the button says that leaves everything as it is. */
    private static ButtonType leaving(String key) {
        return new ButtonType(Messages.get(key), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    private static void buttons(Alert alert, ButtonType... types) {
        alert.getButtonTypes().setAll(types);
        Prompts.whole(alert);
    }

    private Alert alert(Alert.AlertType type, String text) {
        Alert alert = new Alert(type, text);
        alert.initOwner(stage);
        alert.setHeaderText(null);
        appearance.style(alert.getDialogPane());
        return alert;
    }

    private void failed(Throwable e) {
        failure = Optional.of(e);
        if (unattended) {
            stage.hide();
            return;
        }
        home();
        for (Node page : root.getChildren()) {
            if (page instanceof WelcomeView welcome) {
                welcome.say(Failures.message(e));
            }
        }
        // Whoever would not say where a recording is knows why nothing opens.
        if (!(e instanceof MissingRecordingException)) {
            alert(Alert.AlertType.ERROR, Failures.message(e)).show();
        }
    }

    private void unexpected(Throwable e) {
        failure = Optional.of(e);
        System.getLogger(DesktopApp.class.getName()).log(System.Logger.Level.ERROR, "In the window", e);
        if (unattended) {
            stage.hide();
        }
        if (!stage.isShowing()) {
            return;
        }
        alert(Alert.AlertType.ERROR, Messages.get("error.unexpected", e)).show();
    }

    private void photograph(Path file) {
        WindowPicture.writeSettled(stage.getScene(), file, e -> {
            failure = e.or(() -> failure);
            stage.hide();
        });
    }

    /** Ends whatever is shown. */
    public void close() {
        leave();
        jobs.close();
        settings.close();
    }
}
