/**
 * What a speaker may say for a printed word: numbers, initialisms, abbreviations, contractions. How that sounds is in
 * {@code align.lexicon}.
 */
package org.tapescript.text.speech;
