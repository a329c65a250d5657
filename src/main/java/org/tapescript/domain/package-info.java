/**
 * Transcripts, turns, words, times, recordings and the report on a sync: records that check themselves. No files, no engines;
 * depends on {@code java.*} alone.
 */
package org.tapescript.domain;
