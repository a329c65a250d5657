/**
 * Voices: what a stretch of speech says of its voice ({@link org.tapescript.voice.VoiceStatistics}, frame by frame {@link
 * org.tapescript.voice.VoiceFrames}), a voice learned of that ({@link org.tapescript.voice.VoiceModel}), and how many there are
 * and which is whose ({@link
 * org.tapescript.voice.VoiceFinder}). Knows nothing of texts; depends on {@code acoustic} alone.
 */
package org.tapescript.voice;
