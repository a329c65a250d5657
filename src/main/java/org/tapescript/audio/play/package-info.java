/**
 * Playing sound: where it goes ({@link org.tapescript.audio.play.AudioOutput}), at what tempo, and what is heard at this moment.
 */
package org.tapescript.audio.play;
