/** Writing subtitles and other files, with a preview. */
package org.tapescript.ui.export;
