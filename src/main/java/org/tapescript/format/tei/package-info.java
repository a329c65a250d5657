/** TEI for transcriptions of spoken language. */
package org.tapescript.format.tei;
