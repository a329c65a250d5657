/**
 * Reads texts marked up in wikis, forums, mails and for typesetting by making Markdown of them. Writes nothing. Depends on {@code format}
 * and its Markdown reader.
 */
package org.tapescript.format.markup;
