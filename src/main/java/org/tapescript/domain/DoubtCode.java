package org.tapescript.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong in a transcript; the wording depends on the language. */
public enum DoubtCode {
    /** A share of the words would not be spoken: {@code words, all words}. */
    MUCH_UNSPOKEN,
    /** Stands between turns, unmarked and without a full stop. */
    OPEN_PULL_QUOTE,
    /** Stands between turns in italics. */
    ITALIC_NOTE,
    /** A motion that is printed between turns. */
    MOTION,
    /** Unmarked at the end, and in nobody's voice. */
    AFTERWORD_OR_TURN,
    /** Unmarked at the end, in somebody's voice. */
    TURN_OR_AFTERWORD,
    /** Long and unmarked before the first mark: taken as spoken. */
    LECTURE,
    /** Nothing is marked, nobody asks. */
    ONE_VOICE,
    /** Nothing is marked, questions and answers decide. */
    NO_MARKS,
    /** Nobody is named and nothing marks turns in what may be several people's: one turn, until voices are compared. */
    UNPARTED,
    /** Subtitles of which a few only have a mark of a turn: voices may find others. */
    FEW_MARKS,
    /** A mark seems to be missing; a turn was begun. */
    MARK_MISSING,
    /** Unmarked after a question; the turn goes on. */
    ANSWER_UNMARKED,
    /** Unmarked, and another speaker would fit. */
    CHANGE_UNMARKED,
    QUESTION_AFTER_QUESTION,
    /** A mark changes the speaker where that does not fit. */
    MARK_UNFIT,
    /** A name that opens one paragraph only: {@code name}. */
    RARE_NAME,
    /** A name that was taken for a misspelt one: {@code as written, whose}. */
    MISSPELT_NAME,
    /** Unnamed after a question; the turn goes on. */
    ANSWER_UNNAMED,
    /** Looked unspoken, but was heard: {@code kind}. */
    HEARD,
    /** Bytes that were no text in the file's encoding were put right: {@code how many, encoding}. */
    BYTES_REPAIRED,
    /** Text was decoded wrongly before it was written: {@code example}. */
    DOUBLY_ENCODED,
    /** Columns of a table, or tiers, hold the same in two languages: {@code all, chosen}. */
    TWO_LANGUAGES,
    /** Tiers or columns were taken as not spoken: {@code names}. */
    PART_LEFT_OUT,
    /** The times that the file gives to words are not those of the tape: the words were looked for. */
    TIMES_OF_ANOTHER,
    /** Nothing tells for certain whether the times that the file gives to words are those of the tape. */
    TIMES_UNSURE,
    /** The user named a column, but the file has none of that name, or no table: {@code name}. */
    UNUSED_COLUMN,
    /** The user named a tier, but the file has no tiers: {@code name}. */
    UNUSED_TIER,
    /** The user named an encoding, but the file says itself how its text is encoded: {@code name}. */
    UNUSED_ENCODING,
    /** A printed time goes back: {@code time}. */
    TIME_GOES_BACK,
    /** In words that an earlier version wrote: {@code sentence}. */
    SAID;

    /** The code of a label; nothing if there is none, or it is not known here. */
    public static Optional<DoubtCode> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label().equals(label)).findFirst();
    }

    /** The name used in files and texts. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
