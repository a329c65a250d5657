/**
 * Which words are spelled right, by Hunspell's dictionaries where the system or the user has them. Apache Lucene reads them, and is seen
 * nowhere else. Knows a transcript, and no window.
 */
package org.tapescript.spelling;
