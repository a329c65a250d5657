/**
 * Cuts turns into subtitles that keep to rules. Files are written in {@code format}.
 */
package org.tapescript.subtitle;
