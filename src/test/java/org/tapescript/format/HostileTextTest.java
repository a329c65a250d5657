package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;
import org.tapescript.support.HostileTranscripts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Transcripts that are meant to break formats, through all writers and a check for each: {@code -Dhostile=10000} for as many as that,
 * some hundred in every run. The nastiest are left in {@code target/nasty-exports} for programs of others to read.
 */
class HostileTextTest {
    private static final int COUNT = Integer.getInteger("hostile", 200);
    private static final int NASTIEST = 50;
    /** Of the formats that take long, in every run; all of them in one that is heavy anyway. */
    private static final int SLOW = COUNT > 1000 ? COUNT : NASTIEST;

    private static final Path NASTY = Path.of("target", "nasty-exports");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is wrong with a file, by throwing an error. */
    @FunctionalInterface
    private interface Check {
        void run(SyncedTranscript transcript, byte[] file) throws Exception;
    }

    private static final Map<String, Check> CHECKS = new LinkedHashMap<>();

    @BeforeAll
    static void checks() {
        CHECKS.put("srt", (t, f) -> srt(text(f)));
        CHECKS.put("vtt", (t, f) -> vtt(text(f)));
        CHECKS.put("ttml", (t, f) -> ttml(xml(f)));
        CHECKS.put("ebuttd", (t, f) -> ttml(xml(f)));
        CHECKS.put("ass", (t, f) -> ass(text(f)));
        CHECKS.put("stl", (t, f) -> stl(f));
        CHECKS.put("podcast", (t, f) -> podcast(JSON.readTree(f)));
        CHECKS.put("textgrid", (t, f) -> textGrid(text(f)));
        CHECKS.put("eaf", HostileTextTest::eaf);
        CHECKS.put("ctm", (t, f) -> lines(f, "\\S+ 1 \\d+\\.\\d{3} \\d+\\.\\d{3} [\\p{L}\\p{M}'-]+ [01]\\.\\d{3}"));
        CHECKS.put("stm", (t, f) -> stm(f));
        CHECKS.put(
                "rttm",
                (t, f) -> lines(
                        f, "SPEAKER \\S+ 1 \\d+\\.\\d{3} \\d+\\.\\d{3} <NA> <NA> \\S+ ([01]\\.\\d{3}|<NA>) <NA>"));
        CHECKS.put("audacity", (t, f) -> lines(f, "\\d+\\.\\d{6}\\t\\d+\\.\\d{6}\\t[^\\t]*"));
        CHECKS.put("otr", HostileTextTest::otr);
        CHECKS.put("whisper", HostileTextTest::whisper);
        CHECKS.put("html", HostileTextTest::html);
        CHECKS.put("page", HostileTextTest::page);
        CHECKS.put("tei", HostileTextTest::tei);
        CHECKS.put("ohms", (t, f) -> xml(f));
        CHECKS.put("edl", (t, f) -> edl(text(f)));
        CHECKS.put("fcpxml", (t, f) -> fcpxml(t, xml(f)));
        CHECKS.put("csv", (t, f) -> table(t, f, ','));
        CHECKS.put("tsv", (t, f) -> table(t, f, '\t'));
        CHECKS.put("md", (t, f) -> assertThat(text(f)).startsWith("# "));
        CHECKS.put("docx", HostileTextTest::docx);
        CHECKS.put("pdf", (t, f) -> pdf(f));
        CHECKS.put("txt", (t, f) -> text(f));
        CHECKS.put("json", HostileTextTest::json);
    }

    @Test
    void everyFormatHasACheck() {
        assertThat(CHECKS.keySet()).containsExactlyInAnyOrderElementsOf(Formats.writable());
    }

    @Test
    void nothingBreaksAFormat() throws Exception {
        Map<String, Integer> refused = new TreeMap<>();
        for (long seed = 0; seed < COUNT; seed++) {
            SyncedTranscript transcript = HostileTranscripts.of(seed);
            ExportOptions options = ExportOptions.DEFAULT;
            if (seed % 2 == 1) {
                options = new ExportOptions(options.rules(), true, true, true, options.timebase(), options.page());
            }
            for (String name : Formats.writable()) {
                boolean slow = name.equals("pdf") || name.equals("docx");
                if (slow && seed >= SLOW) {
                    continue;
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try {
                    Formats.writable(name).orElseThrow().write(transcript, options, out);
                } catch (UnwritableException e) {
                    assertThat(name).isIn("edl", "stl");
                    assertThat(e).hasMessageContaining("24 hours");
                    refused.merge(name, 1, Integer::sum);
                    continue;
                }
                try {
                    CHECKS.get(name).run(transcript, out.toByteArray());
                } catch (AssertionError | Exception e) {
                    Files.createDirectories(NASTY);
                    Files.write(NASTY.resolve("failed." + name), out.toByteArray());
                    throw new AssertionError("seed " + seed + ", " + name, e);
                }
                if (seed < NASTIEST) {
                    Files.createDirectories(NASTY);
                    Files.write(NASTY.resolve(seed + "." + name), out.toByteArray());
                }
            }
        }
        // Most hold most.
        refused.values().forEach(n -> assertThat(n).isLessThan(COUNT / 4));
    }

    private static String text(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
        assertThat(text.indexOf('\u0000')).isNegative();
        return text;
    }

    private static Document xml(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        Document document = builder.parse(new ByteArrayInputStream(file));
        List<String> ids = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("xml:id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        return document;
    }

    private static List<Element> elements(Document document, String name) {
        List<Element> result = new ArrayList<>();
        NodeList found = document.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            result.add((Element) found.item(i));
        }
        return result;
    }

    private static void lines(byte[] file, String pattern) throws IOException {
        Pattern line = Pattern.compile(pattern);
        for (String l : text(file).split("\n")) {
            assertThat(l.isEmpty() || line.matcher(l).matches()).as(l).isTrue();
        }
    }

    private static double seconds(String clock) {
        double result = 0;
        for (String part : clock.replace(',', '.').split(":")) {
            result = result * 60 + Double.parseDouble(part);
        }
        return result;
    }

    private static void srt(String file) {
        double last = 0;
        int n = 0;
        for (String block : file.isEmpty() ? new String[0] : file.strip().split("\n\n")) {
            String[] lines = block.split("\n");
            assertThat(lines[0]).isEqualTo(String.valueOf(++n));
            Matcher m = Pattern.compile("(\\d{2,}:\\d\\d:\\d\\d,\\d{3}) --> (\\d{2,}:\\d\\d:\\d\\d,\\d{3})")
                    .matcher(lines[1]);
            assertThat(m.matches()).as(lines[1]).isTrue();
            assertThat(seconds(m.group(1))).isGreaterThanOrEqualTo(last);
            assertThat(seconds(m.group(2))).isGreaterThan(seconds(m.group(1)));
            last = seconds(m.group(2));
            assertThat(lines.length).isBetween(3, 5);
        }
        assertThat(file.split(" --> ", -1)).hasSize(n + 1);
    }

    private static void vtt(String file) {
        assertThat(file).startsWith("WEBVTT\n\n");
        double last = 0;
        for (String block : file.substring(8).strip().split("\n\n")) {
            if (block.startsWith("NOTE ") || block.isEmpty()) {
                assertThat(block).doesNotContain("-->").doesNotContain("\n");
                continue;
            }
            String[] lines = block.split("\n");
            Matcher m = Pattern.compile("(\\d{2,}:\\d\\d:\\d\\d\\.\\d{3}) --> (\\d{2,}:\\d\\d:\\d\\d\\.\\d{3})")
                    .matcher(lines[0]);
            assertThat(m.matches()).as(lines[0]).isTrue();
            double start = seconds(m.group(1));
            double end = seconds(m.group(2));
            assertThat(start).isGreaterThanOrEqualTo(last);
            assertThat(end).isGreaterThan(start);
            last = end;
            double inner = start;
            Matcher tags = Pattern.compile("<([^>]*)>|&(?!amp;|lt;|gt;)").matcher(block.substring(lines[0].length()));
            while (tags.find()) {
                assertThat(tags.group(1)).as(block).isNotNull();
                if (Character.isDigit(tags.group(1).charAt(0))) {
                    assertThat(seconds(tags.group(1))).isBetween(inner + 0.0005, end - 0.0005);
                    inner = seconds(tags.group(1));
                } else {
                    assertThat(tags.group(1)).matches("(?s)v .*\\S.*|/v");
                }
            }
        }
    }

    private static void ttml(Document document) {
        double last = 0;
        for (Element p : elements(document, "p")) {
            assertThat(p.getAttribute("region")).isEqualTo("bottom");
            assertThat(seconds(p.getAttribute("begin"))).isGreaterThanOrEqualTo(last);
            assertThat(seconds(p.getAttribute("end"))).isGreaterThan(seconds(p.getAttribute("begin")));
            last = seconds(p.getAttribute("end"));
            assertThat(p.getTextContent()).isNotBlank();
        }
    }

    private static void ass(String file) {
        String events = file.substring(file.indexOf("[Events]\n"));
        for (String line : events.split("\n")) {
            if (line.startsWith("Dialogue: ")) {
                String[] fields = line.substring(10).split(",", 10);
                assertThat(fields).as(line).hasSize(10);
                assertThat(fields[1]).matches("\\d+:\\d\\d:\\d\\d\\.\\d\\d");
                assertThat(seconds(fields[2])).isGreaterThan(seconds(fields[1]));
                assertThat(fields[5]).isEqualTo("0");
                Matcher override = Pattern.compile("(?<!\\\\)\\{([^}]*)}").matcher(fields[9]);
                while (override.find()) {
                    assertThat(override.group(1)).as(line).matches("\\\\k\\d+|\\\\r(Default|Speaker \\d+)");
                }
            } else {
                assertThat(line).matches("\\[Events\\]|Format: .*|");
            }
        }
    }

    private static void stl(byte[] file) {
        assertThat((file.length - 1024) % 128).isZero();
        int blocks = (file.length - 1024) / 128;
        String general = new String(file, 0, 1024, StandardCharsets.US_ASCII);
        assertThat(general).startsWith("850STL25.01");
        assertThat(Integer.parseInt(general.substring(238, 243))).isEqualTo(blocks);
        int subtitles = Integer.parseInt(general.substring(243, 248));
        int last = -1;
        for (int b = 0; b < blocks; b++) {
            int at = 1024 + 128 * b;
            int number = file[at + 1] & 0xff | (file[at + 2] & 0xff) << 8;
            assertThat(number).isBetween(last, last + 1);
            last = number;
            assertThat(file[at + 5]).isBetween((byte) 0, (byte) 23);
            assertThat(file[at + 8]).isBetween((byte) 0, (byte) 24);
        }
        assertThat(last + 1).isEqualTo(subtitles);
    }

    private static void podcast(JsonNode json) {
        assertThat(json.get("version").asText()).isEqualTo("1.0.0");
        double last = 0;
        for (JsonNode segment : json.get("segments")) {
            assertThat(segment.get("startTime").isNumber()).isTrue();
            assertThat(segment.get("startTime").asDouble()).isGreaterThanOrEqualTo(last);
            last = segment.get("endTime").asDouble();
            assertThat(segment.get("body").asText()).isNotBlank();
        }
    }

    private static void textGrid(String file) {
        double total = Double.parseDouble(file.replaceAll("(?s).*?xmax = ([\\d.]+).*", "$1"));
        Pattern interval = Pattern.compile(
                "intervals \\[\\d+]:\\s+xmin = ([\\d.]+)\\s+xmax = ([\\d.]+)\\s+text = \"((?:[^\"]|\"\")*)\"\n");
        for (String tier : file.split("item \\[\\d+]:")) {
            if (tier.contains("IntervalTier")) {
                double at = 0;
                Matcher m = interval.matcher(tier);
                while (m.find()) {
                    assertThat(Double.parseDouble(m.group(1))).isEqualTo(at);
                    assertThat(Double.parseDouble(m.group(2))).isGreaterThan(at);
                    at = Double.parseDouble(m.group(2));
                }
                assertThat(at).isEqualTo(total);
            }
        }
    }

    private static void eaf(SyncedTranscript t, byte[] file) throws Exception {
        Document document = xml(file);
        Map<String, Long> slots = new LinkedHashMap<>();
        long before = 0;
        for (Element slot : elements(document, "TIME_SLOT")) {
            long value = Long.parseLong(slot.getAttribute("TIME_VALUE"));
            assertThat(value).isGreaterThanOrEqualTo(before);
            before = value;
            slots.put(slot.getAttribute("TIME_SLOT_ID"), value);
        }
        List<String> tiers = elements(document, "TIER").stream()
                .map(e -> e.getAttribute("TIER_ID"))
                .toList();
        assertThat(tiers).doesNotHaveDuplicates();
        int count = 0;
        for (Element tier : elements(document, "TIER")) {
            long free = 0;
            NodeList annotations = tier.getElementsByTagName("ALIGNABLE_ANNOTATION");
            for (int i = 0; i < annotations.getLength(); i++) {
                Element a = (Element) annotations.item(i);
                long start = slots.get(a.getAttribute("TIME_SLOT_REF1"));
                long end = slots.get(a.getAttribute("TIME_SLOT_REF2"));
                assertThat(start).isGreaterThanOrEqualTo(free);
                assertThat(end).isGreaterThan(start);
                free = end;
                count++;
            }
            String parent = tier.getAttribute("PARENT_REF");
            assertThat(parent.isEmpty() || tiers.contains(parent)).isTrue();
        }
        assertThat(elements(document, "PROPERTY").get(0).getTextContent()).isEqualTo(String.valueOf(count));
    }

    private static void stm(byte[] file) throws IOException {
        lines(file, "\\S+ 1 \\S+ \\d+\\.\\d{3} \\d+\\.\\d{3} <O> .+");
        for (String line : text(file).split("\n")) {
            if (!line.isEmpty()) {
                String[] fields = line.split(" ");
                assertThat(Double.parseDouble(fields[4])).isGreaterThanOrEqualTo(Double.parseDouble(fields[3]));
            }
        }
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\ufffd\\ufffe\\ufeff\\ud800-\\udfff]|\\p{Cf}", "")
                .replaceAll("(?U)\\s+", " ");
    }

    private static String said(SyncedTranscript t) {
        StringBuilder result = new StringBuilder();
        t.words().forEach(w -> result.append(visible(w.text())).append(' '));
        return result.toString().strip();
    }

    private static void otr(SyncedTranscript t, byte[] file) throws Exception {
        JsonNode json = JSON.readTree(file);
        org.jsoup.nodes.Document html = Jsoup.parseBodyFragment(json.get("text").asText());
        html.select("b, i, .timestamp").remove();
        assertThat(visible(html.text()).strip()).isEqualTo(said(t));
        assertThat(json.get("media").isTextual()).isTrue();
    }

    private static void whisper(SyncedTranscript t, byte[] file) throws Exception {
        JsonNode json = JSON.readTree(file);
        long timed = t.words().stream().filter(w -> w.span().isPresent()).count();
        assertThat(json.get("word_segments")).hasSize((int) timed);
        for (JsonNode word : json.get("word_segments")) {
            assertThat(word.get("end").asDouble())
                    .isGreaterThanOrEqualTo(word.get("start").asDouble());
        }
    }

    private static void html(SyncedTranscript t, byte[] file) throws Exception {
        org.jsoup.nodes.Document html = Jsoup.parse(text(file));
        html.select(".unspoken, .speaker").remove();
        assertThat(visible(html.body().text()).strip()).isEqualTo(said(t));
        assertThat(html.select("section span[data-m]")).hasSize((int)
                t.words().stream().filter(w -> w.span().isPresent()).count());
    }

    private static void page(SyncedTranscript t, byte[] file) throws Exception {
        org.jsoup.nodes.Document html = Jsoup.parse(text(file));
        assertThat(visible(String.join(" ", html.select("section p .w").eachText()))
                        .strip())
                .isEqualTo(said(t));
        assertThat(html.select(".w[data-m]")).hasSize((int)
                t.words().stream().filter(w -> w.span().isPresent()).count());
        // What a transcript says is text, wherever it comes to stand: no element and no script of its own.
        assertThat(html.select("script, style, audio, video, iframe, img, object, link"))
                .hasSize(3);
        assertThat(html.select("[onclick], [onerror], [onload], [style]")).isEmpty();
    }

    private static void tei(SyncedTranscript t, byte[] file) throws Exception {
        Document document = xml(file);
        List<String> words = elements(document, "w").stream()
                .map(Element::getTextContent)
                .map(HostileTextTest::visible)
                .toList();
        assertThat(words)
                .isEqualTo(t.words().stream()
                        .map(Word::text)
                        .map(HostileTextTest::visible)
                        .toList());
        List<String> points = elements(document, "when").stream()
                .map(e -> "#" + e.getAttribute("xml:id"))
                .toList();
        for (Element anchor : elements(document, "anchor")) {
            assertThat(points).contains(anchor.getAttribute("synch"));
        }
    }

    private static void edl(String file) {
        assertThat(file).startsWith("TITLE: ").contains("\nFCM: NON-DROP FRAME\n");
        for (String line : file.split("\n")) {
            assertThat(line)
                    .matches(
                            "TITLE: .*|FCM: .*||\\d{3}  AX       (A |AA)    C        (\\d\\d:\\d\\d:\\d\\d:\\d\\d ?){4}"
                                    + "|\\* FROM CLIP NAME: .*|\\* LOC: \\d\\d:\\d\\d:\\d\\d:\\d\\d WHITE   .*");
        }
    }

    private static void fcpxml(SyncedTranscript t, Document document) {
        for (Element e : elements(document, "marker")) {
            assertThat(e.getAttribute("start")).matches("0s|\\d+/2500s");
        }
        assertThat(elements(document, "asset-clip")).hasSize(t.recordings().size());
    }

    private static void table(SyncedTranscript t, byte[] file, char separator) throws Exception {
        text(
                file.length == 0
                        ? file
                        : new String(file, StandardCharsets.UTF_8)
                                .replace("\u0000", "")
                                .getBytes(StandardCharsets.UTF_8));
        List<String> texts = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(separator))
                .readValues(file)) {
            while (rows.hasNext()) {
                texts.add(TableCell.text(rows.next().get("text")));
            }
        }
        assertThat(visible(String.join(" ", texts)).strip()).isEqualTo(said(t));
    }

    private static void docx(SyncedTranscript t, byte[] file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<String> turns = document.getParagraphs().stream()
                    .filter(p -> "Turn".equals(p.getStyle()))
                    .map(p -> p.getRuns().get(p.getRuns().size() - 1).text())
                    .toList();
            List<Turn> spoken =
                    t.turns().stream().filter(u -> !u.words().isEmpty()).toList();
            assertThat(turns).hasSameSizeAs(spoken);
            assertThat(visible(String.join(" ", turns)).strip()).isEqualTo(said(t));
        }
    }

    private static void pdf(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isPositive();
        }
    }

    private static void json(SyncedTranscript t, byte[] file) throws Exception {
        JsonNode json = JSON.readTree(file);
        int words = 0;
        for (JsonNode turn : json.get("turns")) {
            words += turn.get("words").size();
        }
        assertThat(words).isEqualTo(t.words().size());
    }
}
