/** How the program is used, in a window of its own. */
package org.tapescript.ui.help;
