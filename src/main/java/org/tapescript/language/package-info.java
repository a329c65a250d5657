/**
 * Finds the acoustic model, dictionary and pronunciation model of a language in the {@code models} folders; for languages
 * without them, eSpeak NG's pronunciations with lent phones. Also detects which language a text is in.
 */
package org.tapescript.language;
