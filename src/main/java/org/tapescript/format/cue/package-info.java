/**
 * What formats of subtitles have in common when they are read: cues and their lines, how players mark voices and styles in text, captions
 * that roll, and the paragraphs that cues make.
 */
package org.tapescript.format.cue;
