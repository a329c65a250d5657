/** OpenDocument text. */
package org.tapescript.format.odt;
