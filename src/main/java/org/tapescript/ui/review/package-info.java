/** Doubts to be settled one by one, the speakers, the report. */
package org.tapescript.ui.review;
