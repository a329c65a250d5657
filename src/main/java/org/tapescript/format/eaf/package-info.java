/** ELAN's annotation format. */
package org.tapescript.format.eaf;
