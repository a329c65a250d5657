/** Lyrics with times. */
package org.tapescript.format.lrc;
