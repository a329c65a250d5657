package org.tapescript.format.ttml;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tapescript.domain.Cue;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.format.ClockTime;
import org.tapescript.format.ExportOptions;
import org.tapescript.format.TextWriter;
import org.tapescript.format.Texts;
import org.tapescript.format.XmlText;
import org.tapescript.subtitle.CueBuilder;

/** TTML in one of its profiles: media time, one region at the bottom, speakers as agents, styles by reference. */
public final class TtmlWriter extends TextWriter {
    /** What subset of TTML a file keeps to. */
    public enum Profile {
        /** IMSC 1.1 text (W3C, 2018): TTML 2 with {@code contentProfiles}. */
        IMSC,
        /** EBU-TT-D (EBU Tech 3380 1.0.1): TTML 1, percentages only, metadata of its own. */
        EBU_TT_D
    }

    private static final String TT = "http://www.w3.org/ns/ttml";

    private final Profile profile;

    public TtmlWriter(Profile profile) {
        this.profile = profile;
    }

    @Override
    protected void write(SyncedTranscript transcript, ExportOptions options, Writer out) throws IOException {
        List<Cue> cues = new CueBuilder(options.rules()).build(transcript);
        List<String> speakers = Texts.speakers(cues);
        boolean ebu = profile == Profile.EBU_TT_D;
        XmlText xml = new XmlText(out);
        xml.open(
                "tt",
                "xmlns",
                TT,
                "xmlns:ttp",
                TT + "#parameter",
                "xmlns:tts",
                TT + "#styling",
                "xmlns:ttm",
                TT + "#metadata",
                "xmlns:ebuttm",
                ebu ? "urn:ebu:tt:metadata" : null,
                "xml:lang",
                Texts.languageTag(transcript),
                "xml:space",
                "default",
                "ttp:timeBase",
                "media",
                "ttp:cellResolution",
                "32 15",
                "ttp:contentProfiles",
                ebu ? null : "http://www.w3.org/ns/ttml/profile/imsc1.1/text");
        head(xml, transcript, speakers, ebu);
        xml.open("body", "style", ebu ? null : "base").open("div", "style", ebu ? "base" : null);
        int number = 1;
        for (Cue cue : cues) {
            boolean one = cue.parts().size() == 1;
            xml.open(
                    "p",
                    "xml:id",
                    "c" + number++,
                    "region",
                    "bottom",
                    "begin",
                    ClockTime.millis(cue.time().startMicros(), '.'),
                    "end",
                    ClockTime.millis(cue.time().endMicros(), '.'),
                    "ttm:agent",
                    one ? agent(speakers, cue.speaker()) : null);
            for (int i = 0; i < cue.parts().size(); i++) {
                Cue.Part part = cue.parts().get(i);
                if (i > 0) {
                    xml.inline("br").closeInline();
                }
                // EBU-TT-D has text in spans alone.
                xml.inline("span", "style", "text", "ttm:agent", one ? null : agent(speakers, part.speaker()));
                for (int line = 0; line < part.lines().size(); line++) {
                    if (line > 0) {
                        xml.inline("br").closeInline();
                    }
                    xml.text(part.lines().get(line));
                }
                xml.closeInline();
            }
            xml.close();
        }
        xml.close().close().close().end();
    }

    private static String agent(List<String> speakers, String speaker) {
        return "s" + (speakers.indexOf(speaker) + 1);
    }

    private static void head(XmlText xml, SyncedTranscript transcript, List<String> speakers, boolean ebu)
            throws IOException {
        xml.open("head").open("metadata");
        if (ebu) {
            xml.open("ebuttm:documentMetadata")
                    .element("ebuttm:conformsToStandard", "urn:ebu:tt:distribution:2018-04")
                    .element("ebuttm:documentOriginatingSystem", "Tapescript")
                    .close();
        } else {
            xml.element("ttm:title", Texts.oneLine(Texts.title(transcript)));
        }
        for (String speaker : speakers) {
            xml.open("ttm:agent", "xml:id", agent(speakers, speaker), "type", "person")
                    .element("ttm:name", Texts.oneLine(speaker), "type", "full")
                    .close();
        }
        xml.close();
        xml.open("styling")
                .open(
                        "style",
                        "xml:id",
                        "base",
                        "tts:fontFamily",
                        "proportionalSansSerif",
                        "tts:fontSize",
                        ebu ? "160%" : "100%",
                        "tts:lineHeight",
                        ebu ? "normal" : "125%",
                        "tts:textAlign",
                        "center")
                .close()
                .open("style", "xml:id", "text", "tts:color", "#ffffff", "tts:backgroundColor", "#000000")
                .close()
                .close();
        xml.open("layout")
                .open(
                        "region",
                        "xml:id",
                        "bottom",
                        "tts:origin",
                        "10% 75%",
                        "tts:extent",
                        "80% 20%",
                        "tts:displayAlign",
                        "after")
                .close()
                .close()
                .close();
    }
}
