package org.tapescript.ui.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.ui.common.Messages;

/** What can be said of a paragraph before the sync, each by a key, a chip and an entry in its menu. */
final class ParagraphActions {
    private static final Map<KeyCode, ParagraphKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(KeyCode.H, ParagraphKind.HEADING);
        KINDS.put(KeyCode.L, ParagraphKind.STANDFIRST);
        KINDS.put(KeyCode.I, ParagraphKind.INTRODUCTION);
        KINDS.put(KeyCode.C, ParagraphKind.CAPTION);
        KINDS.put(KeyCode.Q, ParagraphKind.PULL_QUOTE);
        KINDS.put(KeyCode.N, ParagraphKind.NOTE);
        KINDS.put(KeyCode.A, ParagraphKind.AFTERWORD);
        KINDS.put(KeyCode.O, ParagraphKind.OTHER);
    }

    /** Who speaks, as far as there are keys for it. */
    private static final int NUMBERED = 9;

    /** Groups in which actions are shown. */
    enum Group {
        TURN,
        SPEAKER,
        NOT_SPOKEN
    }

    /**
     * Something to say of a paragraph.
     *
     * @param key by which it is said; nothing if there is none left
     * @param says it of the paragraph of that number
     */
    record Action(String id, Group group, Optional<KeyCode> key, String title, IntConsumer says) {}

    private final ImportModel model;
    private final UnaryOperator<String> askName;

    /** @param askName asks what somebody is called, given what he is called now; empty if that stays */
    ParagraphActions(ImportModel model, UnaryOperator<String> askName) {
        this.model = model;
        this.askName = askName;
    }

    /** All of them, for the people who speak now. */
    List<Action> all() {
        List<Action> all = new ArrayList<>();
        all.add(action("opens-turn", Group.TURN, KeyCode.T, Messages.get("import.opensTurn"), model::opensTurn));
        all.add(action("goes-on", Group.TURN, KeyCode.G, Messages.get("import.goesOn"), model::goesOn));
        List<String> speakers = model.speakers();
        for (int i = 0; i < speakers.size(); i++) {
            String speaker = speakers.get(i);
            Optional<KeyCode> key =
                    i < NUMBERED ? Optional.of(KeyCode.getKeyCode(String.valueOf(i + 1))) : Optional.empty();
            all.add(new Action("speaker-" + (i + 1), Group.SPEAKER, key, speaker, at -> model.isSpokenBy(at, speaker)));
        }
        all.add(action("new-speaker", Group.SPEAKER, KeyCode.S, Messages.get("import.newSpeaker"), this::newSpeaker));
        all.add(action("rename", Group.SPEAKER, KeyCode.R, Messages.get("import.rename"), this::rename));
        KINDS.forEach((key, kind) -> all.add(action(
                kind.label(),
                Group.NOT_SPOKEN,
                key,
                Messages.get("kind." + kind.label()),
                at -> model.isNotSpoken(at, kind))));
        return all;
    }

    private static Action action(String id, Group group, KeyCode key, String title, IntConsumer says) {
        return new Action(id, group, Optional.of(key), title, says);
    }

    /** The action of a key. */
    Optional<Action> of(KeyCode key) {
        KeyCode digit = key.isKeypadKey() && key.isDigitKey()
                ? KeyCode.getKeyCode(key.getName().substring(key.getName().length() - 1))
                : key;
        return all().stream()
                .filter(a -> a.key().filter(digit::equals).isPresent())
                .findFirst();
    }

    private void newSpeaker(int at) {
        String name = askName.apply("").strip();
        if (!name.isEmpty()) {
            model.isSpokenBy(at, SpeakerNames.meantOrNew(model.speakers(), name));
        }
    }

    private void rename(int at) {
        model.transcript().paragraphs().get(at).speaker().ifPresent(speaker -> {
            String name = askName.apply(speaker).strip();
            if (!name.isEmpty()) {
                model.rename(speaker, name);
            }
        });
    }
}
