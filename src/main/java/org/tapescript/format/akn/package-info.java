/** Reads Akoma Ntoso, in which parliaments publish their debates. Writes nothing. Depends on {@code format}. */
package org.tapescript.format.akn;
