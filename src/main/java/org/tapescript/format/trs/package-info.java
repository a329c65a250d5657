/** Transcriber's transcriptions. */
package org.tapescript.format.trs;
