package org.tapescript.format;

import org.tapescript.format.page.PageOptions;
import org.tapescript.subtitle.CueRules;

/**
 * What a user may choose about an export.
 *
 * @param rules for subtitles
 * @param speakerNames whether SRT names the speaker where the speaker changes
 * @param wordTimes whether formats that may give each word its time do: WebVTT, ASS, labels and tables
 * @param published whether plain text is as it was published, with what nobody spoke
 * @param timebase how times are counted
 * @param page what is chosen of a web page
 */
public record ExportOptions(
        CueRules rules,
        boolean speakerNames,
        boolean wordTimes,
        boolean published,
        Timebase timebase,
        PageOptions page) {
    public static final ExportOptions DEFAULT =
            new ExportOptions(CueRules.DEFAULT, false, false, false, Timebase.MEDIA, PageOptions.DEFAULT);
}
