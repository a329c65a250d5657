package org.tapescript.domain;

/** What an editor chose for the place between a word and the one before it, where subtitles are cut. */
public enum CueEdge {
    /** A cue begins with the word. */
    CUT,
    /** The word is in the same cue as the one before. */
    JOINED
}
