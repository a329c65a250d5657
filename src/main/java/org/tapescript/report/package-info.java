/**
 * What to look at in a synced transcript: what could not be placed, what is odd, as codes with arguments. Says nothing in words but
 * through the resource bundle beside it. Uses {@code domain}; used by whoever shows reports.
 */
package org.tapescript.report;
