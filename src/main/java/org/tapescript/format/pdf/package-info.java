/** PDF. */
package org.tapescript.format.pdf;
