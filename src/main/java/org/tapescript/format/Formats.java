package org.tapescript.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.Format.Placed;
import org.tapescript.format.akn.AknReader;
import org.tapescript.format.ass.AssReader;
import org.tapescript.format.ass.AssWriter;
import org.tapescript.format.audacity.AudacityReader;
import org.tapescript.format.audacity.AudacityWriter;
import org.tapescript.format.bundestag.BundestagReader;
import org.tapescript.format.chat.ChatReader;
import org.tapescript.format.csv.CsvWriter;
import org.tapescript.format.ctm.CtmReader;
import org.tapescript.format.ctm.CtmWriter;
import org.tapescript.format.docx.DocxReader;
import org.tapescript.format.docx.DocxWriter;
import org.tapescript.format.eaf.EafReader;
import org.tapescript.format.eaf.EafWriter;
import org.tapescript.format.edl.EdlWriter;
import org.tapescript.format.epub.EpubReader;
import org.tapescript.format.exb.ExbReader;
import org.tapescript.format.fcpxml.FcpxmlWriter;
import org.tapescript.format.hansard.HansardReader;
import org.tapescript.format.html.HtmlReader;
import org.tapescript.format.html.HtmlWriter;
import org.tapescript.format.json.JsonWriter;
import org.tapescript.format.lrc.LrcReader;
import org.tapescript.format.mail.MailReader;
import org.tapescript.format.markdown.MarkdownReader;
import org.tapescript.format.markdown.MarkdownWriter;
import org.tapescript.format.markup.MarkupReader;
import org.tapescript.format.odt.OdtReader;
import org.tapescript.format.ohms.OhmsReader;
import org.tapescript.format.ohms.OhmsWriter;
import org.tapescript.format.otr.OtrReader;
import org.tapescript.format.otr.OtrWriter;
import org.tapescript.format.page.PageWriter;
import org.tapescript.format.pdf.PdfReader;
import org.tapescript.format.pdf.PdfWriter;
import org.tapescript.format.plain.PlainReader;
import org.tapescript.format.plain.PlainWriter;
import org.tapescript.format.podcast.PodcastWriter;
import org.tapescript.format.rtf.RtfReader;
import org.tapescript.format.rttm.RttmReader;
import org.tapescript.format.rttm.RttmWriter;
import org.tapescript.format.smi.SmiReader;
import org.tapescript.format.srt.SrtReader;
import org.tapescript.format.srt.SrtWriter;
import org.tapescript.format.stl.StlReader;
import org.tapescript.format.stl.StlWriter;
import org.tapescript.format.stm.StmReader;
import org.tapescript.format.stm.StmWriter;
import org.tapescript.format.sub.SubReader;
import org.tapescript.format.table.TableReader;
import org.tapescript.format.tei.TeiReader;
import org.tapescript.format.tei.TeiWriter;
import org.tapescript.format.textgrid.TextGridReader;
import org.tapescript.format.textgrid.TextGridWriter;
import org.tapescript.format.timedjson.TimedJsonReader;
import org.tapescript.format.trs.TrsReader;
import org.tapescript.format.ttml.TtmlReader;
import org.tapescript.format.ttml.TtmlWriter;
import org.tapescript.format.vtt.VttReader;
import org.tapescript.format.vtt.VttWriter;
import org.tapescript.format.whisper.WhisperWriter;
import org.tapescript.format.youtube.YoutubeReader;

/** All file formats: a new one is added here. */
public final class Formats {
    /** What names of transcripts end in, of all that are read; in lower case. */
    public static final Set<String> READ_EXTENSIONS = Set.of(
            ("txt text md markdown docx docm odt fodt rtf pdf epub html htm xhtml eml srt vtt sbv sub lrc smi sami ttml dfxp itt xml "
                            + "ass ssa json jsonl json3 otr textgrid eaf exb trs cha tei ctm stm rttm stl tex wiki yaml yml csv tsv tab")
                    .split(" "));

    private static final long MAX_FILE_SIZE = 64L << 20;
    /** A day of speech has less than a million. */
    private static final int MAX_TEXT_LENGTH = 16_000_000;

    /** The first that says that it reads a file does; what none reads is plain text, if text at all. */
    private static final List<TranscriptReader> READERS = List.of(
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
            new OhmsReader(),
            new ChatReader(),
            new TtmlReader(),
            new YoutubeReader(),
            new SmiReader(),
            new AssReader(),
            new LrcReader(),
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
            new HtmlReader(),
            new MarkdownReader(),
            new MarkupReader(),
            new TableReader());

    private static final Map<String, Format> WRITERS = new LinkedHashMap<>();

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
        WRITERS.put(format.name(), format);
    }

    private Formats() {}

    /** Names of the formats that can be written. */
    public static Set<String> writable() {
        return WRITERS.keySet();
    }

    public static Optional<Format> writable(String name) {
        return Optional.ofNullable(WRITERS.get(name));
    }

    static List<TranscriptReader> readers() {
        return READERS;
    }

    /**
     * Reads a transcript of any kind.
     *
     * @throws UnreadableTranscriptException if there is no text in it, or it cannot be read
     */
    public static SourceDocument read(Path file) throws IOException {
        return read(file, ReadOptions.FIND);
    }

    /**
     * Reads a transcript of any kind, of which the user knows something.
     *
     * @throws UnreadableTranscriptException if there is no text in it, or it cannot be read
     */
    public static SourceDocument read(Path file, ReadOptions options) throws IOException {
        return read(new TranscriptFile(file, bytes(file), options));
    }

    /** As {@link #read(Path, ReadOptions)}, of bytes that were read before. */
    public static SourceDocument read(TranscriptFile transcript) throws IOException {
        if (transcript.bytes().length == 0) {
            throw transcript.unreadable(TranscriptFault.EMPTY);
        }
        for (TranscriptReader reader : READERS) {
            if (reader.reads(transcript)) {
                return checked(transcript, reader.read(transcript));
            }
        }
        Optional<UnreadableTranscriptException> other = FileKinds.text(transcript);
        if (other.isPresent()) {
            throw other.get();
        }
        return checked(transcript, new PlainReader().read(transcript));
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new UnreadableTranscriptException(file, TranscriptFault.FOLDER);
            }
            // A pipe or a device may never end, or never begin.
            if (!attributes.isRegularFile()) {
                throw new UnreadableTranscriptException(file, TranscriptFault.DEVICE);
            }
            if (attributes.size() > MAX_FILE_SIZE) {
                throw new UnreadableTranscriptException(
                        file, TranscriptFault.LARGE, attributes.size() >> 20, MAX_FILE_SIZE >> 20);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableTranscriptException(file, TranscriptFault.NO_FILE).causedBy(e);
        } catch (AccessDeniedException e) {
            throw new UnreadableTranscriptException(file, TranscriptFault.DENIED).causedBy(e);
        }
    }

    private static SourceDocument checked(TranscriptFile file, SourceDocument document)
            throws UnreadableTranscriptException {
        if (document.text().chars().noneMatch(Character::isLetterOrDigit)) {
            throw file.unreadable(TranscriptFault.NO_TEXT);
        }
        if (document.text().length() > MAX_TEXT_LENGTH) {
            throw file.unreadable(
                    TranscriptFault.LONG, document.text().length() / 1_000_000, MAX_TEXT_LENGTH / 1_000_000);
        }
        SourceDocument told = file.told(document);
        List<Doubt> unused = unused(file.options(), told);
        if (unused.isEmpty()) {
            return told;
        }
        Reading reading = told.reading();
        unused.addAll(0, reading.doubts());
        return told.withReading(new Reading(reading.encoding(), reading.choices(), unused));
    }

    /** Options given by the user that do not apply to this kind of file. */
    private static List<Doubt> unused(ReadOptions options, SourceDocument document) {
        List<Doubt> doubts = new ArrayList<>();
        boolean cells = document.blocks().stream().anyMatch(b -> b.cell().isPresent());
        if (!cells && !hasChoice(document, Reading.Part.COLUMN)) {
            options.columns().forEach(c -> doubts.add(unused(DoubtCode.UNUSED_COLUMN, c)));
        }
        if (!hasChoice(document, Reading.Part.TIER)) {
            options.tiers().forEach(t -> doubts.add(unused(DoubtCode.UNUSED_TIER, t)));
        }
        if (document.reading().encoding().isEmpty()) {
            options.encoding().ifPresent(e -> doubts.add(unused(DoubtCode.UNUSED_ENCODING, e.name())));
        }
        return doubts;
    }

    private static boolean hasChoice(SourceDocument document, Reading.Part part) {
        return document.reading().choices().stream().anyMatch(c -> c.part() == part);
    }

    private static Doubt unused(DoubtCode code, String name) {
        return new Doubt(1, code, List.of(name), 0.9);
    }
}
