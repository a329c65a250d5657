package org.tapescript.edit;

import java.text.MessageFormat;
import java.util.Locale;

/** Why an edit cannot be done. */
public enum Refusal {
    NO_TURN("there is no turn {0} any more"),
    NO_WORD("there is no word {0} any more"),
    NO_COMMENT("there is no comment {0} any more"),
    NO_PARAGRAPH("there is no paragraph at character {0}"),
    FIRST_TURN("there is no turn before the first"),
    LAST_WORD_OF_TURN("a turn keeps at least one word; merge the two turns instead"),
    KIND_IS_SPOKEN("a {0} is spoken"),
    NO_WORDS_TYPED("type the words that are heard"),
    NO_NAME("a speaker needs a name"),
    NO_SPEAKER("there is no speaker of that name"),
    OUTSIDE_TEXT("the text has no characters {0} to {1}"),
    HALF_CHARACTER("a character cannot be cut in half"),
    ONE_PARAGRAPH("correct the text of one paragraph at a time, behind its mark"),
    ONE_TURN("correct the text of one turn at a time"),
    NOBODY_SPEAKS("nobody speaks there"),
    LAST_WORD("a turn keeps at least one word; mark it as not spoken instead"),
    BEGINS_HERE("the turn begins with this word already"),
    SPOKEN_ALREADY("this paragraph is spoken already"),
    NOTHING_TO_SAY("there are no words in it that anybody could say"),
    NO_ROOM("there is no room between the words beside it, which were set by hand"),
    NOT_PLACED("the sentence was not placed; set the time of one beside it"),
    NO_ROOM_FOR_SENTENCE("there is no room between the sentences beside it");

    private final String english;

    Refusal(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english, Locale.ROOT).format(arguments);
    }
}
