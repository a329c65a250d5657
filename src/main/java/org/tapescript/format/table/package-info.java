/** Tables of values between commas, tabs and the like. */
package org.tapescript.format.table;
