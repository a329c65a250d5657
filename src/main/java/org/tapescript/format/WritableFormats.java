package org.tapescript.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.format.Format.Placed;
import org.tapescript.format.ass.AssWriter;
import org.tapescript.format.audacity.AudacityWriter;
import org.tapescript.format.csv.CsvWriter;
import org.tapescript.format.ctm.CtmWriter;
import org.tapescript.format.docx.DocxWriter;
import org.tapescript.format.eaf.EafWriter;
import org.tapescript.format.edl.EdlWriter;
import org.tapescript.format.fcpxml.FcpxmlWriter;
import org.tapescript.format.html.HtmlWriter;
import org.tapescript.format.json.JsonWriter;
import org.tapescript.format.markdown.MarkdownWriter;
import org.tapescript.format.ohms.OhmsWriter;
import org.tapescript.format.otr.OtrWriter;
import org.tapescript.format.page.PageWriter;
import org.tapescript.format.pdf.PdfWriter;
import org.tapescript.format.plain.PlainWriter;
import org.tapescript.format.podcast.PodcastWriter;
import org.tapescript.format.rttm.RttmWriter;
import org.tapescript.format.srt.SrtWriter;
import org.tapescript.format.stl.StlWriter;
import org.tapescript.format.stm.StmWriter;
import org.tapescript.format.tei.TeiWriter;
import org.tapescript.format.textgrid.TextGridWriter;
import org.tapescript.format.ttml.TtmlWriter;
import org.tapescript.format.vtt.VttWriter;
import org.tapescript.format.whisper.WhisperWriter;

/** What is written: a new format is added here. */
final class WritableFormats {
    /** By name, in the order in which they are listed. */
    static final Map<String, Format> FORMATS = new LinkedHashMap<>();

    static {
        add(new Format(
                "srt",
                "srt",
                true,
                List.of(Loss.WORD_TIMES, Loss.UNSPOKEN, Loss.CERTAINTY),
                Placed.SUBTITLES,
                new SrtWriter()));
        add(new Format("vtt", "vtt", true, List.of(Loss.CERTAINTY), Placed.SUBTITLES, new VttWriter()));
        add(new Format(
                "ttml",
                "ttml",
                true,
                List.of(Loss.WORD_TIMES, Loss.UNSPOKEN, Loss.CERTAINTY),
                Placed.SUBTITLES,
                new TtmlWriter(TtmlWriter.Profile.IMSC)));
        add(new Format(
                "ebuttd",
                "xml",
                true,
                List.of(Loss.WORD_TIMES, Loss.UNSPOKEN, Loss.CERTAINTY),
                Placed.SUBTITLES,
                new TtmlWriter(TtmlWriter.Profile.EBU_TT_D)));
        add(new Format("ass", "ass", true, List.of(Loss.UNSPOKEN, Loss.CERTAINTY), Placed.SUBTITLES, new AssWriter()));
        add(new Format(
                "stl",
                "stl",
                true,
                List.of(Loss.SPEAKERS, Loss.WORD_TIMES, Loss.UNSPOKEN, Loss.LETTERS_OF_TABLE),
                Placed.SUBTITLES,
                new StlWriter()));
        add(new Format(
                "podcast",
                "json",
                true,
                List.of(Loss.WORD_TIMES, Loss.UNSPOKEN, Loss.CERTAINTY),
                Placed.SUBTITLES,
                new PodcastWriter()));
        add(new Format(
                "textgrid",
                "TextGrid",
                false,
                List.of(Loss.UNSPOKEN, Loss.CERTAINTY, Loss.OVERLAPS),
                Placed.SENTENCES,
                new TextGridWriter()));
        add(new Format(
                "eaf",
                "eaf",
                false,
                List.of(Loss.UNSPOKEN, Loss.CERTAINTY, Loss.OVERLAPS),
                Placed.SENTENCES,
                new EafWriter()));
        add(new Format(
                "ctm",
                "ctm",
                false,
                List.of(Loss.SPEAKERS, Loss.PUNCTUATION, Loss.UNSPOKEN, Loss.UNTIMED_WORDS),
                Placed.REFUSED,
                new CtmWriter()));
        add(new Format(
                "stm",
                "stm",
                false,
                List.of(Loss.WORD_TIMES, Loss.PUNCTUATION, Loss.UNSPOKEN, Loss.UNTIMED_WORDS),
                Placed.TURNS,
                new StmWriter()));
        add(new Format("rttm", "rttm", false, List.of(Loss.TEXT), Placed.TURNS, new RttmWriter()));
        add(new Format(
                "audacity",
                "txt",
                false,
                List.of(Loss.UNSPOKEN, Loss.CERTAINTY),
                Placed.SENTENCES,
                new AudacityWriter()));
        add(new Format(
                "otr", "otr", false, List.of(Loss.WORD_TIMES, Loss.CERTAINTY), Placed.SENTENCES, new OtrWriter()));
        add(new Format("whisper", "json", false, List.of(Loss.UNSPOKEN), Placed.SENTENCES, new WhisperWriter()));
        add(new Format("html", "html", false, List.of(Loss.CERTAINTY), Placed.SENTENCES, new HtmlWriter()));
        add(new Format("page", "html", false, List.of(), Placed.SENTENCES, new PageWriter()));
        add(new Format("tei", "xml", false, List.of(Loss.CERTAINTY), Placed.SENTENCES, new TeiWriter()));
        add(new Format("ohms", "xml", false, List.of(Loss.TIMES_BUT_MINUTES), Placed.TURNS, new OhmsWriter()));
        add(new Format(
                "edl", "edl", false, List.of(Loss.TIMES_BUT_TURNS, Loss.UNSPOKEN), Placed.TURNS, new EdlWriter()));
        add(new Format(
                "fcpxml",
                "fcpxml",
                false,
                List.of(Loss.TIMES_BUT_TURNS, Loss.UNSPOKEN),
                Placed.TURNS,
                new FcpxmlWriter()));
        add(new Format("csv", "csv", false, List.of(Loss.UNSPOKEN), Placed.SENTENCES, new CsvWriter(',')));
        add(new Format("tsv", "tsv", false, List.of(Loss.UNSPOKEN), Placed.SENTENCES, new CsvWriter('\t')));
        add(new Format(
                "md", "md", false, List.of(Loss.WORD_TIMES, Loss.CERTAINTY), Placed.TURNS, new MarkdownWriter()));
        add(new Format(
                "docx", "docx", false, List.of(Loss.WORD_TIMES, Loss.CERTAINTY), Placed.TURNS, new DocxWriter()));
        add(new Format(
                "pdf",
                "pdf",
                false,
                List.of(Loss.WORD_TIMES, Loss.CERTAINTY, Loss.LETTERS_OF_FONT),
                Placed.TURNS,
                new PdfWriter()));
        add(new Format("txt", "txt", false, List.of(Loss.WORD_TIMES, Loss.CERTAINTY), Placed.TURNS, new PlainWriter()));
        add(new Format("json", "json", false, List.of(), Placed.KNOWN, new JsonWriter()));
    }

    private static void add(Format format) {
        FORMATS.put(format.name(), format);
    }

    private WritableFormats() {}
}
