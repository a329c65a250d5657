package org.tapescript.format;

import org.tapescript.subtitle.CueRules;

/**
 * What a user may choose of an export.
 *
 * @param rules for subtitles
 * @param speakerNames whether SRT names the speaker where he changes
 */
public record ExportOptions(CueRules rules, boolean speakerNames) {
    public static final ExportOptions DEFAULT = new ExportOptions(CueRules.DEFAULT, false);
}
