/** How a transcript was understood, to be put right before it is synced. */
package org.tapescript.ui.importing;
