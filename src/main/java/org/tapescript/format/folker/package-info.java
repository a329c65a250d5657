/** Reads FOLKER's transcripts. Writes nothing. Depends on {@code format}. */
package org.tapescript.format.folker;
