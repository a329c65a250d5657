/** The text: turns, words, what is not spoken and what the text lacks, following the sound and edited in place. */
package org.tapescript.ui.transcript;
