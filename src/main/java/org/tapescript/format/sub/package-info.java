/** MicroDVD, MPL2 and SubViewer: subtitles of the time before SubRip, all called {@code .sub}. */
package org.tapescript.format.sub;
