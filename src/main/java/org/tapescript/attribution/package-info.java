/**
 * Who spoke: voices against the text's turns.
 *
 * <p>{@link org.tapescript.attribution.SpeakerAttribution} is the way in. {@link org.tapescript.voice.VoiceClustering} finds
 * how many voices there are, {@link org.tapescript.voice.VoiceEvidence} says how well a sample fits a voice, and {@link
 * org.tapescript.attribution.SpeakerSequence} joins that with what the text says of where speakers change.
 */
package org.tapescript.attribution;
