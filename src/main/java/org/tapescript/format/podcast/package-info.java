/** The podcast namespace's transcripts. */
package org.tapescript.format.podcast;
