/**
 * Plain text in any encoding, in and out.
 */
package org.tapescript.format.plain;
