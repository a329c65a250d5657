/** TTML and its profiles: IMSC 1.1 text and EBU-TT-D. */
package org.tapescript.format.ttml;
