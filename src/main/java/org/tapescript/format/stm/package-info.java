/** NIST's segment time marks. */
package org.tapescript.format.stm;
