/** Subtitles as they will be exported: how fast they are to be read, what they breach, and where they are cut. */
package org.tapescript.ui.subtitles;
