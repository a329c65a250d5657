/** Audacity's label tracks. */
package org.tapescript.format.audacity;
