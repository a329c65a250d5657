/** Whole archives: a manifest of tapes, each synced and exported on its own, with a page that shows how it went. */
package org.tapescript.batch;
