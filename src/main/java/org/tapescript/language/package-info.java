/**
 * Finds the acoustic model, dictionary and pronunciation model of a language in the {@code models} folders.
 */
package org.tapescript.language;
