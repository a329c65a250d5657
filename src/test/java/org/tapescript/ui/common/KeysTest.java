package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    @AfterEach
    void speakAsBefore() {
        Messages.use(Locale.ENGLISH);
    }

    private static String shown(String key) {
        return Keys.shown(KeyCombination.valueOf(key.replace('_', ' ')));
    }

    @Test
    void keysAreCalledWhatStandsOnThem() {
        assertThat(shown("Ctrl+Shift+P")).isEqualTo("Ctrl+Shift+P");
        assertThat(shown("Ctrl+Back_Space")).isEqualTo("Ctrl+Backspace");
        Messages.use(Locale.GERMAN);
        assertThat(shown("Ctrl+Back_Space")).isEqualTo("Strg+Rücktaste");
        assertThat(shown("Ctrl+Shift+P")).isEqualTo("Strg+Umschalt+P");
        assertThat(shown("Ctrl+Space")).isEqualTo("Strg+Leertaste");
        assertThat(shown("F8")).isEqualTo("F8");
    }
}
