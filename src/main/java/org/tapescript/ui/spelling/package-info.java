/** Spelling in the window: what is doubted, stepping through it, suggestions. */
package org.tapescript.ui.spelling;
