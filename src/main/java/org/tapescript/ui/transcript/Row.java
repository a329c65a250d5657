package org.tapescript.ui.transcript;

import java.util.List;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/** A line of the transcript pane. */
sealed interface Row {
    /** Tells a row from others, whatever is edited in it. */
    String key();

    /**
     * What one paragraph holds of a turn.
     *
     * @param opens whether the turn begins here
     * @param place of the text shown
     * @param notes within it, which nobody says
     * @param speakerDoubted whether it is uncertain who speaks
     */
    record Spoken(
            Turn turn,
            List<Word> words,
            boolean opens,
            CharSpan place,
            String text,
            List<CharSpan> notes,
            boolean speakerDoubted)
            implements Row {
        @Override
        public String key() {
            return turn.id() + (opens ? "" : "/" + words.get(0).id());
        }

        /** Word at a character of the text shown, or the next one; the last if there is none. */
        Word wordAt(int character) {
            int at = place.start() + character;
            for (Word word : words) {
                if (at < word.place().end()) {
                    return word;
                }
            }
            return words.get(words.size() - 1);
        }
    }

    /** A paragraph that is printed and not spoken. */
    record Unspoken(int line, CharSpan place, String text, ParagraphKind kind) implements Row {
        @Override
        public String key() {
            return "p" + line + "/" + kind;
        }
    }

    /** Speech that the text lacks. */
    record Stray(StraySpeech speech) implements Row {
        @Override
        public String key() {
            return "s" + speech.time().startMicros();
        }
    }

    /** Speech that the text lacks and that is being typed in. */
    record Gap(TimeSpan time) implements Row {
        @Override
        public String key() {
            return "g" + time.startMicros();
        }
    }
}
