/**
 * Which encoding a text is in, for all readers: marks and valid sequences first, then what is known of the letters of languages. Knows
 * nothing of formats.
 */
package org.tapescript.format.encoding;
