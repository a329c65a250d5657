/** The sound: waveform and spectrogram with the words over them, and the strip of the whole tape. */
package org.tapescript.ui.waveform;
