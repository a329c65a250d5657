package org.tapescript.domain;

/** How a text is located on a tape. */
public enum SyncMethod {
    /** Its words are recognised one by one. */
    BY_WORDS,
    /** It is in another language than the tape: its sentences are placed by voices, lengths, pauses and names. */
    BY_VOICES
}
