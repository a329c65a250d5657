package org.tapescript.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One reason for doubting who speaks; the wording depends on the language.
 *
 * @param code what speaks for or against the speaker
 * @param arguments what the code's sentence is about: names, a probability
 */
public record SpeakerReason(Code code, List<String> arguments) {
    public SpeakerReason {
        arguments = List.copyOf(arguments);
        if (arguments.size() != code.arguments) {
            throw new IllegalArgumentException("a reason '" + code.label() + "' about " + arguments);
        }
        if (code == Code.NEARER_VOICE) {
            // Whatever is no number is no probability.
            Double.parseDouble(arguments.get(1));
        }
    }

    /** Kinds of reasons. */
    public enum Code {
        /** Which voice is heard, by the sound alone: {@code name, probability}. */
        NEARER_VOICE(2),
        /** The sentence before is a question. */
        QUESTION_BEFORE(0),
        /** Sentences within somebody else's turn: {@code name}. */
        WITHIN_TURN(1),
        /** A name is printed: {@code name}. */
        NAMED(1),
        /** The speaker changes at a paragraph without a mark. */
        UNMARKED(0),
        /** The speaker changes within a paragraph. */
        WITHIN_PARAGRAPH(0),
        /** The text marks a new turn, the voice stays. */
        VOICE_STAYS(0),
        /** The text marks a new turn. */
        MARKED(0),
        /** The text says nothing of it. */
        OPEN(0),
        /** In words that an earlier version wrote: {@code words}. */
        SAID(1);

        private final int arguments;

        Code(int arguments) {
            this.arguments = arguments;
        }

        /** The code of a label; nothing if it is not known here. */
        public static Optional<Code> ofLabel(String label) {
            return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
        }

        /** The name used in files and texts. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static SpeakerReason of(Code code, String... arguments) {
        return new SpeakerReason(code, List.of(arguments));
    }

    /** The same where a speaker has another name. */
    public SpeakerReason renamed(String from, String to) {
        return new SpeakerReason(
                code,
                arguments.stream()
                        .map(a -> code == Code.SAID ? a.replace(from, to) : a.equals(from) ? to : a)
                        .toList());
    }
}
