/** Playing, as the window shows it. */
package org.tapescript.ui.player;
