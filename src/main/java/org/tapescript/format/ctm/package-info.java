/**
 * NIST time-marked words.
 */
package org.tapescript.format.ctm;
