/**
 * FFmpeg's programs as child processes: unpacked once, restricted in the files and formats they may open, watched, and ended
 * with this program. Their output is interpreted elsewhere: sound in {@code audio.decode}. The only user of the FFmpeg
 * libraries.
 */
package org.tapescript.ffmpeg;
