/**
 * Transcripts, turns, words, times and recordings: records that validate themselves. No files, no engines; depends on {@code
 * java.*} alone.
 */
package org.tapescript.domain;
