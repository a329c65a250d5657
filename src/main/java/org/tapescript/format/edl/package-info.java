/** CMX 3600 edit decision lists. */
package org.tapescript.format.edl;
