package org.tapescript.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.tapescript.domain.Cue;
import org.tapescript.subtitle.CueCheck;
import org.tapescript.subtitle.CueRules;
import org.tapescript.ui.common.Clock;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.WrappingCell;

/** A subtitle as it will be written, with the rules that it breaks. */
final class CueCell extends WrappingCell<Cue> {
    private final Supplier<CueRules> rules;

    CueCell(Supplier<CueRules> rules) {
        this.rules = rules;
    }

    private static String reason(CueCheck.Finding f) {
        return Messages.get("breach.why." + f.breach().name().toLowerCase(Locale.ROOT), f.found(), f.allowed());
    }

    @Override
    protected void updateItem(Cue cue, boolean empty) {
        super.updateItem(cue, empty);
        if (empty || cue == null) {
            setGraphic(null);
            return;
        }
        Label head = new Label(Clock.tenths(cue.time().startSeconds()) + " – "
                + Clock.tenths(cue.time().endSeconds()) + "  " + cue.speakers());
        head.getStyleClass().add("hint");
        VBox box = new VBox(1, head, new Label(String.join("\n", cue.lines())));
        List<CueCheck.Finding> breaches = CueCheck.findings(cue, rules.get());
        if (!breaches.isEmpty()) {
            Label label = new Label(breaches.stream()
                    .map(b -> Messages.get("breach." + b.breach().name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(", ")));
            label.setTooltip(new Tooltip(breaches.stream().map(CueCell::reason).collect(Collectors.joining("\n"))));
            label.getStyleClass().add("breach");
            box.getChildren().add(label);
        }
        setGraphic(box);
    }
}
