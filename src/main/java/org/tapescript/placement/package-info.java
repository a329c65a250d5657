/**
 * Places a text on a tape without recognising a word: by voices, lengths, pauses and names. For tapes in another language than their
 * transcript.
 */
package org.tapescript.placement;
