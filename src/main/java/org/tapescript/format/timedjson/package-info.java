/**
 * JSON of programs and services that recognise speech, read by what it holds, not by who made it: arrays of pieces of text, whole segments
 * or single words, with times and speakers under whichever names.
 */
package org.tapescript.format.timedjson;
