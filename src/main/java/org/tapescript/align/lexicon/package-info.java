/**
 * How words sound: dictionaries, and a model that says words which no dictionary has.
 */
package org.tapescript.align.lexicon;
