/** Transcripts of podcasts: the podcast namespace's, and Podlove's in XML. */
package org.tapescript.format.podcast;
