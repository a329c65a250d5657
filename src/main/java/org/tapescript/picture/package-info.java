/**
 * The moving picture of a recording: what it is, and its frames as raw pixels, by FFmpeg as a child process. Knows nothing of windows:
 * whoever shows frames keeps them in step with the sound.
 */
package org.tapescript.picture;
