/**
 * Understands a published transcript: which paragraphs are spoken, where turns begin, who speaks, and what is doubtful. Knows no
 * file format and no sound.
 */
package org.tapescript.text.structure;
