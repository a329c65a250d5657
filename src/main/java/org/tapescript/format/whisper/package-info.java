/** JSON as Whisper and WhisperX write it. */
package org.tapescript.format.whisper;
