/**
 * Tapescript: syncs a published interview transcript to its tape. {@link org.tapescript.Launcher} alone knows the command line and, later,
 * the window.
 */
package org.tapescript;
