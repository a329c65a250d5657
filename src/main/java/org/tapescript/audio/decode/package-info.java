/**
 * Decoders, which turn recordings into samples. FFmpeg reads them all today.
 */
package org.tapescript.audio.decode;
