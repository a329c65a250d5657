/**
 * Recordings as samples: the cache of decoded sound, channels, peaks, fingerprints. Decoders are in {@code decode}, signal processing
 * in {@code dsp}, which alone uses TarsosDSP.
 */
package org.tapescript.audio;
