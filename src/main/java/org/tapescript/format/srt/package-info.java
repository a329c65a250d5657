/**
 * SubRip subtitles, in and out, and what they share with WebVTT.
 */
package org.tapescript.format.srt;
