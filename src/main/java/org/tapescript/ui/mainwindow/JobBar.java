package org.tapescript.ui.mainwindow;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.common.WholeProgress;

/** Shows how far work on the whole tape is, and cancels it. Nothing is to be seen while there is none. */
final class JobBar extends HBox {
    private final Settings settings;
    private final Label what = new Label();
    private final ProgressBar bar = new ProgressBar();
    private WholeProgress progress;
    private Runnable cancelling = () -> {};

    /** @param settings that know how long phases take */
    JobBar(Settings settings) {
        super(8);
        this.settings = settings;
        setId("job");
        setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(140);
        bar.setAccessibleText(Messages.get("engine.progress"));
        Button cancel = new Button(Messages.get("import.cancel"));
        cancel.setId("job-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> cancelling.run());
        getChildren().addAll(bar, what, cancel);
        end();
    }

    /** @param cancel what ends the work */
    void begin(Runnable cancel) {
        cancelling = cancel;
        progress = new WholeProgress(settings, seconds());
        what.setText(Messages.get("engine.begun"));
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        setVisible(true);
        setManaged(true);
    }

    void report(String phase, double at, double all) {
        double now = seconds();
        progress.report(phase, at, all, now);
        bar.setProgress(progress.fraction() > 0 ? progress.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
        String name = Messages.phase(phase);
        OptionalDouble left = progress.left(now);
        what.setText(left.isPresent() ? Messages.get("import.progress", name, Clock.brief(left.getAsDouble())) : name);
    }

    void end() {
        setVisible(false);
        setManaged(false);
    }

    private static double seconds() {
        return System.nanoTime() / 1e9;
    }
}
