package org.tapescript.ui.common;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.tapescript.subtitle.CuePresets;

/** Chooses the rules of subtitles by name; nothing is chosen where the rules are somebody's own. */
public final class PresetBox extends ComboBox<String> {
    public PresetBox(String id) {
        setId(id);
        getItems().addAll(CuePresets.names());
        setPromptText(Messages.get("export.ownRules"));
        setAccessibleText(Messages.get("export.preset"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String name) {
                return name == null ? "" : Messages.get("preset." + name);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
    }
}
