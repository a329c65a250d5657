/**
 * Recordings as samples: the cache of decoded sound, channels, peaks, fingerprints. Decoders are in {@code decode}, signal processing
 * in {@code dsp}; the only users of FFmpeg and TarsosDSP.
 */
package org.tapescript.audio;
