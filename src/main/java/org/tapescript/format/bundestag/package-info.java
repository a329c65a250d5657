/** Reads the plenary records of the German Bundestag (XML since 2017). Writes nothing. Depends on {@code format}. */
package org.tapescript.format.bundestag;
