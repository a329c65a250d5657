/** Tables. */
package org.tapescript.format.csv;
