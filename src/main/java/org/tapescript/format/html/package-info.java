/**
 * Web pages, by jsoup.
 */
package org.tapescript.format.html;
