/**
 * FFmpeg's programs as child processes: unpacked once, told which files they may open and in which forms, watched, and ended with us.
 * What they deliver is understood elsewhere: sound in {@code audio.decode}. The only user of the FFmpeg libraries.
 */
package org.tapescript.ffmpeg;
