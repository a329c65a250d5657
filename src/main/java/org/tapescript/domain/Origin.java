package org.tapescript.domain;

/** Where a time comes from. */
public enum Origin {
    /** From the sound: the word was found there. */
    ALIGNED,
    /** Guessed from the neighbours' times. */
    INTERPOLATED,
    /** Set or confirmed by an editor; never changed by the program. */
    MANUAL,
    /** Read from a file that had it. */
    IMPORTED,
    /**
     * The sentence was placed by voices, lengths and pauses, without recognising a word; within it, words have a share of its time by
     * their letters. Only the sentence's time means anything.
     */
    PLACED
}
