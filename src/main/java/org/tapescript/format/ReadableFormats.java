package org.tapescript.format;

import java.util.List;
import java.util.Set;
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

/** What is read: a new reader is added here. */
final class ReadableFormats {
    /** What names of transcripts end in, of all that are read; in lower case. */
    static final Set<String> EXTENSIONS = Set.of(
            "txt",
            "text",
            "md",
            "markdown",
            "docx",
            "docm",
            "odt",
            "fodt",
            "rtf",
            "pdf",
            "epub",
            "html",
            "htm",
            "xhtml",
            "eml",
            "srt",
            "vtt",
            "sbv",
            "sub",
            "lrc",
            "smi",
            "sami",
            "ttml",
            "dfxp",
            "itt",
            "xml",
            "ass",
            "ssa",
            "json",
            "jsonl",
            "json3",
            "otr",
            "textgrid",
            "eaf",
            "exb",
            "trs",
            "fln",
            "flk",
            "ttxt",
            "cha",
            "tei",
            "ctm",
            "stm",
            "rttm",
            "stl",
            "scc",
            "tex",
            "wiki",
            "yaml",
            "yml",
            "csv",
            "tsv",
            "tab");

    /** The first that says that it reads a file does; what none reads is plain text, if text at all. */
    static final List<TranscriptReader> READERS = List.of(
            new DocxReader(),
            new OdtReader(),
            new EpubReader(),
            new PdfReader(),
            new RtfReader(),
            new MailReader(),
            new VttReader(),
            new EafReader(),
            new ExbReader(),
            new TrsReader(),
            new TeiReader(),
            new AknReader(),
            new BundestagReader(),
            new HansardReader(),
            new MillbankReader(),
            new SpeechListReader(),
            new EduskuntaReader(),
            new FolkerReader(),
            new TtxtReader(),
            new OhmsReader(),
            new SpeechesReader(),
            new ChatReader(),
            new TtmlReader(),
            new YoutubeReader(),
            new SmiReader(),
            new AssReader(),
            new LrcReader(),
            new SccReader(),
            new StlReader(),
            new SubReader(),
            new SrtReader(),
            new TextGridReader(),
            new OtrReader(),
            new TimedJsonReader(),
            new RttmReader(),
            new StmReader(),
            new CtmReader(),
            new AudacityReader(),
            new RoleElementsReader(),
            new FrontRecordsReader(),
            new HtmlReader(),
            new MarkdownReader(),
            new MarkupReader(),
            new TableReader());

    private ReadableFormats() {}
}
