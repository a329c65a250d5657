package org.tapescript.align;

/**
 * Costs of a {@link WordSearch}, all natural logarithms.
 *
 * @param beam how far below the best a path may fall and live
 * @param maxActive how many nodes may live at once; the best do
 * @param garbageFrame what a frame of speech outside the text costs beyond the phone loop's score; at most 0
 * @param garbageEdge what entering and what leaving such speech costs
 * @param skip what passing over words costs, once; {@link Float#NEGATIVE_INFINITY} forbids it
 * @param skipWord what each word passed over costs besides
 * @param skipAny what passing over words costs at most, however many they are: a tape may be a tenth of its text. Where this is within the
 *     beam, all of the text that may be here is looked at, so that it must be narrow, or the tape short; {@link Float#NEGATIVE_INFINITY} if
 *     each word counts
 * @param skipsSentences whether words are passed over up to where the text pauses only ({@link WordGraph#isResumption}): fewer paths live
 * @param pause what a pause costs where the text has no mark for one; at most 0
 * @param silence by how much, a frame, silence may explain speech better than the phone loop does. In noise silence fits anything, and in
 *     rooms that resound it fits the ends of words and the beginnings of the next: words would spread over speech that is not theirs
 */
record SearchSettings(
        float beam,
        int maxActive,
        float garbageFrame,
        float garbageEdge,
        float skip,
        float skipWord,
        float skipAny,
        boolean skipsSentences,
        float pause,
        float silence) {
    boolean skipsWords() {
        return skip > Float.NEGATIVE_INFINITY;
    }
}
