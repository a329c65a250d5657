/** Advanced SubStation Alpha. */
package org.tapescript.format.ass;
