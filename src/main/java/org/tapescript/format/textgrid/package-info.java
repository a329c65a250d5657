/**
 * Praat annotations.
 */
package org.tapescript.format.textgrid;
