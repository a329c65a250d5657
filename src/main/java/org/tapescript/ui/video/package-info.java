/** The picture of a recording, in step with the play head, with the subtitles over it as they will be exported. */
package org.tapescript.ui.video;
