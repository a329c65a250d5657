/** Microsoft's SAMI. */
package org.tapescript.format.smi;
