package org.tapescript.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tapescript.ui.common.Messages;

class SpeakerReasonTest {
    @Test
    void aReasonIsSaidInTheWindowsLanguage() {
        Locale before = Messages.locale();
        try {
            Messages.use(Locale.GERMAN);
            assertThat(SpeakerReason.of(
                            "voice is nearer to Ann: 0.72; the text names Ben; a question stands before it"))
                    .isEqualTo("die Stimme liegt näher bei Ann: 0,72; der Text nennt Ben; davor steht eine Frage");
            assertThat(SpeakerReason.of("said by hand")).isEqualTo("said by hand");
        } finally {
            Messages.use(before);
        }
    }
}
