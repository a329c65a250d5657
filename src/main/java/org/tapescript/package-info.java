/**
 * Tapescript: syncs a published interview transcript to its tape. {@link org.tapescript.Launcher} alone knows both the command
 * line and the window.
 */
package org.tapescript;
