/**
 * Signal processing on samples, by TarsosDSP.
 */
package org.tapescript.audio.dsp;
