/** Reads GPAC's text streams (TTXT). Writes nothing. Depends on {@code format}. */
package org.tapescript.format.ttxt;
