package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tapescript.format.akn.AknReader;
import org.tapescript.format.ass.AssReader;
import org.tapescript.format.audacity.AudacityReader;
import org.tapescript.format.bundestag.BundestagReader;
import org.tapescript.format.chat.ChatReader;
import org.tapescript.format.ctm.CtmReader;
import org.tapescript.format.docx.DocxReader;
import org.tapescript.format.eaf.EafReader;
import org.tapescript.format.epub.EpubReader;
import org.tapescript.format.exb.ExbReader;
import org.tapescript.format.folker.FolkerReader;
import org.tapescript.format.hansard.EduskuntaReader;
import org.tapescript.format.hansard.HansardReader;
import org.tapescript.format.hansard.MillbankReader;
import org.tapescript.format.hansard.SpeechListReader;
import org.tapescript.format.html.HtmlReader;
import org.tapescript.format.lrc.LrcReader;
import org.tapescript.format.mail.MailReader;
import org.tapescript.format.markdown.MarkdownReader;
import org.tapescript.format.markup.MarkupReader;
import org.tapescript.format.odt.OdtReader;
import org.tapescript.format.ohms.OhmsReader;
import org.tapescript.format.otr.OtrReader;
import org.tapescript.format.pdf.PdfReader;
import org.tapescript.format.podcast.SpeechesReader;
import org.tapescript.format.rtf.RtfReader;
import org.tapescript.format.rttm.RttmReader;
import org.tapescript.format.scc.SccReader;
import org.tapescript.format.smi.SmiReader;
import org.tapescript.format.srt.SrtReader;
import org.tapescript.format.stl.StlReader;
import org.tapescript.format.stm.StmReader;
import org.tapescript.format.sub.SubReader;
import org.tapescript.format.table.FrontRecordsReader;
import org.tapescript.format.table.TableReader;
import org.tapescript.format.tei.TeiReader;
import org.tapescript.format.textgrid.TextGridReader;
import org.tapescript.format.timedjson.TimedJsonReader;
import org.tapescript.format.trs.TrsReader;
import org.tapescript.format.ttml.TtmlReader;
import org.tapescript.format.ttxt.TtxtReader;
import org.tapescript.format.vtt.VttReader;
import org.tapescript.format.youtube.YoutubeReader;

/** Each reader keeps to the {@link TranscriptReaderContract}. */
class TranscriptReadersTest {
    @Nested
    class AssTest extends TranscriptReaderContract {
        AssTest() {
            super(new AssReader(), "odd.ass", true);
        }
    }

    @Nested
    class AudacityTest extends TranscriptReaderContract {
        AudacityTest() {
            super(new AudacityReader(), "labels.txt", true);
        }
    }

    @Nested
    class ChatTest extends TranscriptReaderContract {
        ChatTest() {
            super(new ChatReader(), "bullets.cha", true);
        }
    }

    @Nested
    class CtmTest extends TranscriptReaderContract {
        CtmTest() {
            super(new CtmReader(), "two-channels.ctm", true);
        }
    }

    @Nested
    class DocxTest extends TranscriptReaderContract {
        DocxTest() {
            super(new DocxReader(), "word.docx", true);
        }
    }

    @Nested
    class EafTest extends TranscriptReaderContract {
        EafTest() {
            super(new EafReader(), "references.eaf", true);
        }
    }

    @Nested
    class EpubTest extends TranscriptReaderContract {
        EpubTest() {
            super(new EpubReader(), "spine.epub", true);
        }
    }

    @Nested
    class ExbTest extends TranscriptReaderContract {
        ExbTest() {
            super(new ExbReader(), "events.exb", true);
        }
    }

    @Nested
    class HtmlTest extends TranscriptReaderContract {
        HtmlTest() {
            super(new HtmlReader(), "page.html", true);
        }
    }

    @Nested
    class LrcTest extends TranscriptReaderContract {
        LrcTest() {
            super(new LrcReader(), "words.lrc", true);
        }
    }

    @Nested
    class AknTest extends TranscriptReaderContract {
        AknTest() {
            super(new AknReader(), "debate.xml", true);
        }
    }

    @Nested
    class BundestagTest extends TranscriptReaderContract {
        BundestagTest() {
            super(new BundestagReader(), "plenary.xml", true);
        }
    }

    @Nested
    class HansardTest extends TranscriptReaderContract {
        HansardTest() {
            super(new HansardReader(), "commons.xml", true);
        }
    }

    @Nested
    class MailTest extends TranscriptReaderContract {
        MailTest() {
            super(new MailReader(), "quoted-printable.eml", true);
        }
    }

    @Nested
    class MarkupTest extends TranscriptReaderContract {
        MarkupTest() {
            super(new MarkupReader(), "wiki.txt", true);
        }
    }

    @Nested
    class MarkdownTest extends TranscriptReaderContract {
        MarkdownTest() {
            super(new MarkdownReader(), "marks.md", false);
        }
    }

    @Nested
    class OdtTest extends TranscriptReaderContract {
        OdtTest() {
            super(new OdtReader(), "writer.odt", true);
        }
    }

    @Nested
    class OhmsTest extends TranscriptReaderContract {
        OhmsTest() {
            super(new OhmsReader(), "marks.xml", true);
        }
    }

    @Nested
    class OtrTest extends TranscriptReaderContract {
        OtrTest() {
            super(new OtrReader(), "otranscribe.otr", false);
        }
    }

    @Nested
    class PdfTest extends TranscriptReaderContract {
        PdfTest() {
            super(new PdfReader(), "page.pdf", true);
        }
    }

    @Nested
    class RtfTest extends TranscriptReaderContract {
        RtfTest() {
            super(new RtfReader(), "wordpad.rtf", true);
        }
    }

    @Nested
    class RttmTest extends TranscriptReaderContract {
        RttmTest() {
            super(new RttmReader(), "lexemes.rttm", true);
        }
    }

    @Nested
    class SmiTest extends TranscriptReaderContract {
        SmiTest() {
            super(new SmiReader(), "languages.smi", true);
        }
    }

    @Nested
    class SrtTest extends TranscriptReaderContract {
        SrtTest() {
            super(new SrtReader(), "numbers-and-arrows.srt", true);
        }
    }

    @Nested
    class StmTest extends TranscriptReaderContract {
        StmTest() {
            super(new StmReader(), "turns.stm", true);
        }
    }

    @Nested
    class SubTest extends TranscriptReaderContract {
        SubTest() {
            super(new SubReader(), "microdvd.sub", true);
        }
    }

    @Nested
    class TableTest extends TranscriptReaderContract {
        TableTest() {
            super(new TableReader(), "columns.csv", true);
        }
    }

    @Nested
    class TeiTest extends TranscriptReaderContract {
        TeiTest() {
            super(new TeiReader(), "utterances.xml", true);
        }
    }

    @Nested
    class TextGridTest extends TranscriptReaderContract {
        TextGridTest() {
            super(new TextGridReader(), "comments.TextGrid", true);
        }
    }

    @Nested
    class TimedJsonTest extends TranscriptReaderContract {
        TimedJsonTest() {
            super(new TimedJsonReader(), "whisperx.json", true);
        }
    }

    @Nested
    class TrsTest extends TranscriptReaderContract {
        TrsTest() {
            super(new TrsReader(), "turns.trs", true);
        }
    }

    @Nested
    class TtmlTest extends TranscriptReaderContract {
        TtmlTest() {
            super(new TtmlReader(), "apple.ttml", true);
        }
    }

    @Nested
    class SccTest extends TranscriptReaderContract {
        SccTest() {
            super(new SccReader(), "captions.scc", true);
        }
    }

    @Nested
    class SpeechesTest extends TranscriptReaderContract {
        SpeechesTest() {
            super(new SpeechesReader(), "speeches-of-a-podcast.xml", true);
        }
    }

    @Nested
    class StlTest extends TranscriptReaderContract {
        StlTest() {
            super(new StlReader(), "teletext.stl", true);
        }
    }

    @Nested
    class VttTest extends TranscriptReaderContract {
        VttTest() {
            super(new VttReader(), "voices.vtt", true);
        }
    }

    @Nested
    class YoutubeTest extends TranscriptReaderContract {
        YoutubeTest() {
            super(new YoutubeReader(), "youtube-3.xml", true);
        }
    }

    @Nested
    class FrontRecordsTest extends TranscriptReaderContract {
        FrontRecordsTest() {
            super(new FrontRecordsReader(), "front-records.md", false);
        }
    }

    @Nested
    class FolkerTest extends TranscriptReaderContract {
        FolkerTest() {
            super(new FolkerReader(), "contributions.fln", true);
        }
    }

    @Nested
    class TtxtTest extends TranscriptReaderContract {
        TtxtTest() {
            super(new TtxtReader(), "samples.ttxt", true);
        }
    }

    @Nested
    class SpeechListTest extends TranscriptReaderContract {
        SpeechListTest() {
            super(new SpeechListReader(), "speech-list.xml", true);
        }
    }

    @Nested
    class MillbankTest extends TranscriptReaderContract {
        MillbankTest() {
            super(new MillbankReader(), "sitting.xml", true);
        }
    }

    @Nested
    class EduskuntaTest extends TranscriptReaderContract {
        EduskuntaTest() {
            super(new EduskuntaReader(), "siirto.xml", true);
        }
    }

    @Nested
    class RoleElementsTest extends TranscriptReaderContract {
        RoleElementsTest() {
            super(new RoleElementsReader(), "roles.xml", true);
        }
    }

    @Test
    void eachReaderIsLookedAt() {
        assertThat(ReadableFormats.READERS.stream().map(r -> r.getClass().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TranscriptReadersTest.class.getDeclaredClasses())
                        .map(c -> c.getSimpleName().replaceAll("Test$", "Reader"))
                        .toList());
    }
}
