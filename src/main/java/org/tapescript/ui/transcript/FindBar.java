package org.tapescript.ui.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.PatternSyntaxException;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.Turn;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.session.EditorSession;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Focus;
import org.tapescript.ui.common.Messages;

/** Finds and replaces, in plain text or by regular expression, of one speaker, among doubtful words. */
public final class FindBar extends FlowPane {
    private static final double DOUBTFUL = 0.5;

    private final EditorSession session;
    private final TranscriptView transcript;
    private final TextField query = new TextField();
    private final TextField replacement = new TextField();
    private final CheckBox regex = new CheckBox(Messages.get("find.regex"));
    private final CheckBox doubtful = new CheckBox(Messages.get("find.doubtful"));
    private final ComboBox<String> speaker = new ComboBox<>();
    private final Label count = new Label();
    private int at = -1;

    public FindBar(EditorSession session, TranscriptView transcript) {
        this.session = session;
        this.transcript = transcript;
        getStyleClass().add("find-bar");
        setMinWidth(0);
        setHgap(8);
        setVgap(6);
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        setManaged(false);
        query.setId("find-query");
        query.setPromptText(Messages.get("find.prompt"));
        replacement.setId("find-replacement");
        replacement.setPromptText(Messages.get("find.replacement"));
        count.setId("find-count");
        Button next = new Button(Messages.get("find.next"));
        next.setOnAction(e -> next(1));
        Button one = new Button(Messages.get("find.replace"));
        one.setId("find-replace");
        one.setOnAction(e -> replace());
        Button all = new Button(Messages.get("find.replaceAll"));
        all.setId("find-replace-all");
        all.setOnAction(e -> replaceAll());
        Button close = new Button("✕");
        close.setAccessibleText(Messages.get("find.close"));
        close.getStyleClass().add("flat");
        close.setOnAction(e -> hideBar());
        getChildren().addAll(query, replacement, next, one, all, regex, doubtful, speaker, count, close);
        query.textProperty().addListener(o -> count());
        regex.selectedProperty().addListener(o -> count());
        doubtful.selectedProperty().addListener(o -> count());
        speaker.setAccessibleText(Messages.get("find.speaker"));
        speaker.valueProperty().addListener(o -> count());
        session.transcriptProperty().addListener(o -> mark());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                hideBar();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                next(e.isShiftDown() ? -1 : 1);
                e.consume();
            }
        });
    }

    public void showBar() {
        List<String> speakers = new ArrayList<>();
        speakers.add(Messages.get("find.anybody"));
        session.transcript().turns().stream().map(Turn::speaker).distinct().forEach(speakers::add);
        speaker.getItems().setAll(speakers);
        speaker.getSelectionModel().selectFirst();
        setVisible(true);
        setManaged(true);
        Focus.give(query);
        query.selectAll();
        count();
    }

    private void hideBar() {
        setVisible(false);
        setManaged(false);
        mark();
        transcript.requestFocus();
    }

    private Finder finder() {
        boolean anybody = speaker.getSelectionModel().getSelectedIndex() <= 0;
        return new Finder(
                query.getText(),
                regex.isSelected(),
                anybody ? Optional.empty() : Optional.of(speaker.getValue()),
                doubtful.isSelected() ? DOUBTFUL : 1);
    }

    private List<Finder.Match> matches() {
        try {
            return finder().find(session.transcript());
        } catch (PatternSyntaxException e) {
            count.setText(Messages.get("find.badRegex", e.getDescription()));
            return List.of();
        }
    }

    /** Marks all that is found in the text, while the bar shows. */
    private void mark() {
        transcript.setHits(
                isVisible()
                        ? matches().stream()
                                .map(m -> new CharSpan(m.start(), m.end()))
                                .toList()
                        : List.of());
    }

    private void count() {
        at = -1;
        mark();
        List<Finder.Match> matches = matches();
        if (!count.getText().startsWith("⚠")
                || !matches.isEmpty()
                || query.getText().isEmpty()) {
            count.setText(Messages.get("find.count", matches.size()));
        }
    }

    /** Goes to the next match, or the one before if negative, and round at the end. */
    public void next(int step) {
        List<Finder.Match> matches = matches();
        if (!matches.isEmpty()) {
            at = Math.floorMod(at < 0 && step < 0 ? step : at + step, matches.size());
            count.setText(Messages.get("find.at", at + 1, matches.size()));
            transcript.reveal(matches.get(at).word().id());
            query.requestFocus();
        }
    }

    private void replace() {
        transcript.finishEditing();
        List<Finder.Match> matches = matches();
        if (matches.isEmpty()) {
            return;
        }
        if (at < 0) {
            next(1);
            return;
        }
        Finder.Match match = matches.get(Math.min(at, matches.size() - 1));
        if (run(match, OptionalLong.empty()).isPresent()) {
            at--;
            next(1);
        }
    }

    /** From the last to the first, so that places stay right; undone together. */
    private void replaceAll() {
        transcript.finishEditing();
        List<Finder.Match> matches = new ArrayList<>(matches());
        Collections.reverse(matches);
        int done = 0;
        OptionalLong step = OptionalLong.empty();
        for (Finder.Match match : matches) {
            OptionalLong now = run(match, step);
            done += now.isPresent() ? 1 : 0;
            step = now.isPresent() ? now : step;
        }
        count.setText(Messages.get("find.replaced", done, matches.size()));
    }

    /** @return the step that the replacement belongs to, if it could be done */
    private OptionalLong run(Finder.Match match, OptionalLong step) {
        try {
            CorrectText edit = finder().replace(session.transcript(), match, replacement.getText());
            return OptionalLong.of(step.isPresent() ? session.amend(step.getAsLong(), edit) : session.apply(edit));
        } catch (RefusedEditException | IllegalArgumentException | IndexOutOfBoundsException e) {
            count.setText(
                    "⚠ " + (e instanceof RefusedEditException refused ? Failures.reason(refused) : e.getMessage()));
            return OptionalLong.empty();
        }
    }
}
