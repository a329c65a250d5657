/** Pronunciations: dictionaries, and a model for words that are in no dictionary. */
package org.tapescript.align.lexicon;
