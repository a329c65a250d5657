/** EPUB publications. */
package org.tapescript.format.epub;
