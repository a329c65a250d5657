package org.tapescript.ui.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.tapescript.edit.AcceptSpelling;
import org.tapescript.edit.CorrectText;
import org.tapescript.edit.Edit;
import org.tapescript.edit.RefusedEditException;
import org.tapescript.session.EditorSession;
import org.tapescript.spelling.Spelling;
import org.tapescript.spelling.Spelling.Doubt;
import org.tapescript.ui.common.Failures;
import org.tapescript.ui.common.Messages;
import org.tapescript.ui.common.Settings;
import org.tapescript.ui.transcript.TranscriptView;

/** What is done about words that may be misspelled, by keys and from the menu at a word. */
public final class SpellingCommands {
    private static final String SETTING = "spelling";

    private final EditorSession session;
    private final SpellingModel model;
    private final TranscriptView transcript;
    private final Settings settings;
    private final Consumer<String> say;

    /** @param say tells the user something, for a while */
    public SpellingCommands(
            EditorSession session,
            SpellingModel model,
            TranscriptView transcript,
            Settings settings,
            Consumer<String> say) {
        this.session = session;
        this.model = model;
        this.transcript = transcript;
        this.settings = settings;
        this.say = say;
        model.setOn(settings.flag(SETTING, true));
    }

    /** Checks the spelling, or does so no more. */
    public void toggle() {
        settings.put(SETTING, !model.isOn());
        model.setOn(!model.isOn());
        say.accept(Messages.get(model.isOn() ? "spelling.on" : "spelling.off"));
    }

    /** Goes to the next word that may be misspelled, or the one before: those first that were not heard surely. */
    public void step(int by) {
        List<Doubt> all = Spelling.doubtfulFirst(model.doubtsProperty().get());
        if (all.isEmpty()) {
            say.accept(model.isOn() ? model.lacking().orElseGet(() -> Messages.get("spelling.none")) : off());
            return;
        }
        String caret = session.caretProperty().get().orElse("");
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i).word().id().equals(caret) ? i : at;
        }
        int to = at < 0 ? (by > 0 ? 0 : all.size() - 1) : Math.floorMod(at + by, all.size());
        transcript.reveal(all.get(to).word().id());
        say.accept(Messages.get("spelling.at", to + 1, all.size(), all.get(to).text()));
    }

    private static String off() {
        return Messages.get("spelling.isOff");
    }

    /** What of the word at the caret may be misspelled. */
    private Optional<Doubt> atCaret() {
        return session.caretProperty().get().flatMap(id -> model.of(id).stream().findFirst());
    }

    /** Shows what may have been meant at the caret, to be chosen from. */
    public void suggest() {
        atCaret()
                .ifPresentOrElse(
                        doubt -> model.suggest(doubt, meant -> show(doubt, meant)),
                        () -> say.accept(model.lacking().orElseGet(() -> Messages.get("spelling.rightHere"))));
    }

    private void show(Doubt doubt, List<String> meant) {
        ContextMenu menu = new ContextMenu();
        menu.setId("spelling-menu");
        menu.getItems().addAll(meant(doubt, meant));
        menu.getItems().addAll(new SeparatorMenuItem(), acceptItem(doubt));
        transcript.showAtCaret(menu);
    }

    private List<MenuItem> meant(Doubt doubt, List<String> meant) {
        if (meant.isEmpty()) {
            MenuItem nothing = new MenuItem(Messages.get("spelling.nothing"));
            nothing.setDisable(true);
            return List.of(nothing);
        }
        List<MenuItem> items = new ArrayList<>();
        for (String word : meant) {
            MenuItem item = new MenuItem(word);
            item.setMnemonicParsing(false);
            item.getStyleClass().add("suggestion");
            item.setOnAction(e ->
                    run(new CorrectText(doubt.place().start(), doubt.place().end(), word)));
            items.add(item);
        }
        return items;
    }

    private MenuItem acceptItem(Doubt doubt) {
        MenuItem accept = new MenuItem(Messages.get("spelling.accept", doubt.text()));
        accept.setId("spelling-accept");
        accept.setMnemonicParsing(false);
        accept.setOnAction(e -> run(new AcceptSpelling(doubt.text())));
        return accept;
    }

    /** Says that the word at the caret is spelled right in this project. */
    public void accept() {
        atCaret()
                .ifPresentOrElse(
                        d -> run(new AcceptSpelling(d.text())), () -> say.accept(Messages.get("spelling.rightHere")));
    }

    /** Puts what may have been meant at the caret before what a menu holds, as soon as it is known. */
    public void addTo(ContextMenu menu) {
        Optional<Doubt> doubt = atCaret();
        if (doubt.isEmpty()) {
            return;
        }
        MenuItem looking = new MenuItem(Messages.get("spelling.looking"));
        looking.setDisable(true);
        menu.getItems().addAll(0, List.of(looking, acceptItem(doubt.get()), new SeparatorMenuItem()));
        model.suggest(doubt.get(), meant -> {
            menu.getItems().remove(looking);
            menu.getItems().addAll(0, meant(doubt.get(), meant));
        });
    }

    private void run(Edit edit) {
        try {
            session.apply(edit);
        } catch (RefusedEditException e) {
            say.accept(Messages.get("edit.refused", Failures.reason(e)));
        }
    }
}
