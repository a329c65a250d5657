/** Markdown. */
package org.tapescript.format.markdown;
