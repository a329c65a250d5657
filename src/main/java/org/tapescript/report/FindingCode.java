package org.tapescript.report;

/** What may be found in a synced transcript; the wording depends on the language. */
public enum FindingCode {
    /** Text and tape may not belong together: {@code words heard, words of the text}. */
    DOUBTFUL_MATCH,
    /** A long stretch of the text is hardly heard: {@code its first line, its last, how many words}. */
    UNHEARD_STRETCH,
    /** The text goes on behind the tape's end: {@code line, words there, how many words are not on the tape}. */
    TAPE_ENDS_EARLIER,
    /** The text begins before the tape does: {@code line of what is heard first, words there, how many words come before}. */
    TAPE_BEGINS_LATER,
    /** The text seems to be in another language than the tape was heard as: {@code the text's, the tape's}. */
    OTHER_LANGUAGE,
    /** A recording is given twice: {@code path, path of the other}. */
    SAME_RECORDING,
    /** A recording ends before its file says so: {@code path, seconds}. */
    BREAKS_OFF,
    /** A recording goes on behind the end that its header tells: {@code path, seconds}. */
    GOES_ON,
    /** A recording has stretches without sound: {@code path, seconds in all, second of the first}. */
    LACKS_SOUND,
    /** By its mains hum a recording runs fast: {@code path, percent}. */
    RUNS_FAST,
    /** The same the other way round: {@code path, percent}. */
    RUNS_SLOW,
    /** Its channels cancel each other out: {@code path}. */
    OPPOSITE_PHASE,
    /** Its second channel is empty: {@code path}. */
    FIRST_CHANNEL_ONLY,
    /** Its first channel is empty: {@code path}. */
    SECOND_CHANNEL_ONLY,
    /** By the times that the transcript prints the sound runs fast: {@code percent}. */
    PRINTED_TIMES_FAST,
    /** The same the other way round: {@code percent}. */
    PRINTED_TIMES_SLOW,
    /** Nothing of the text is found on a recording, but what stands beyond all that is found is missing: {@code path}. */
    RECORDING_ORDER,
    /** Words have the times that the transcript's file gives: {@code how many}. */
    IMPORTED_TIMES,
    /** The speech hardly stands out of the noise: {@code decibels}. */
    STRONG_NOISE,
    /** The language has no model of its own: {@code model that it was heard with}. */
    LENT_MODEL,
    /** Nothing is known of how the language is read. */
    READ_BY_LETTERS,
    /** Text and sound agree so little that the text may be another's. */
    LITTLE_AGREEMENT,
    /** A word takes long: {@code word, seconds}. */
    LONG_WORD,
    /** Words follow each other faster than anybody speaks: {@code words a second}. */
    FAST_WORDS,
    /** Words that lie where they do with little confidence: {@code how many, confidence}. */
    UNSURE_WORDS,
    /** A long time lies between two words: {@code seconds}. */
    JUMP,
    /** A revised text says something else than what was corrected by hand: {@code by hand, revised}. */
    CORRECTION_REPLACED,
    /** A revised text says nothing where words were corrected by hand: {@code by hand}. */
    CORRECTION_GONE,
    /** A revised text has words again, or others, where words were deleted by hand: {@code revised}. */
    DELETION_REPLACED
}
