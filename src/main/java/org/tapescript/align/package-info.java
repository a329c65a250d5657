/**
 * Finds where the words of a text lie in a recording. {@link org.tapescript.align.Aligner} is the contract, {@link
 * org.tapescript.align.LongTextAligner} the engine for hours of tape; the rest is hidden. No files, no transcripts: words come
 * as pronunciations.
 */
package org.tapescript.align;
