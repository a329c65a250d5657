/**
 * Finds where the words of a text lie in a sound. {@link org.tapescript.align.Aligner} is the contract,
 * {@link org.tapescript.align.LongTextAligner} the engine for an hour of tape; all else is hidden. No files, no transcripts: words come as
 * pronunciations.
 */
package org.tapescript.align;
