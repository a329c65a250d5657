/** Reads e-mail: what its body says. Writes nothing. Alone sees Apache Mime4J. Depends on {@code format} and its readers of text and pages. */
package org.tapescript.format.mail;
