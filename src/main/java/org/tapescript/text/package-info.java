/**
 * Words of a text. How a transcript is understood is in {@code structure}, how words are read out in {@code speech}. Depends on the
 * domain.
 */
package org.tapescript.text;
