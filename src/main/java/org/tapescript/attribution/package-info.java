/**
 * Speaker attribution: voices matched with the text's turns.
 *
 * <p>{@link org.tapescript.attribution.SpeakerAttribution} is the entry point. {@link org.tapescript.voice.VoiceFinder} finds
 * how many people speak and which samples are whose; {@link org.tapescript.attribution.SpeakerSequence} combines that with
 * where the text says that speakers change.
 */
package org.tapescript.attribution;
