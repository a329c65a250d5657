/** The page before a project is open. */
package org.tapescript.ui.welcome;
