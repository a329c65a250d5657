package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Word;
import org.tapescript.support.HostileTranscripts;
import org.tapescript.support.Transcripts;
import org.tapescript.workflow.ImportTranscript;

/** What we write, read back by ourselves: text, speakers and times, as far as a format holds them. */
class ReadersTest {
    private static final List<String> SPEAKERS = List.of("Ann Berg", "Иван Петров");

    @TempDir
    private Path folder;

    private static SyncedTranscript interview() {
        return Transcripts.of(
                SPEAKERS,
                "When did you first come to the island, and with whom?",
                "In the autumn of 1951. I was nineteen, and I had never seen the sea & its <light> before.",
                "What did you think of it then?",
                "I thought it was the loudest place on earth. The wind never stopped.");
    }

    private Transcript back(String format, SyncedTranscript t, ExportOptions options) throws IOException {
        Path file = folder.resolve("x." + Formats.writable(format).orElseThrow().extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.writable(format).orElseThrow().write(t, options, out);
        }
        return ImportTranscript.run(file, List.of());
    }

    private static ExportOptions withWords() {
        ExportOptions o = ExportOptions.DEFAULT;
        return new ExportOptions(o.rules(), true, true, o.published(), o.timebase(), o.page());
    }

    private static String spoken(Transcript t) {
        StringBuilder text = new StringBuilder();
        t.paragraphs().stream().filter(p -> p.kind().isSpoken()).forEach(p -> {
            int from = p.label().map(l -> l.end()).orElse(p.place().start());
            text.append(t.text(), from, p.place().end()).append(' ');
        });
        return text.toString().replaceAll("(?U)\\s+", " ").strip();
    }

    private static String said(SyncedTranscript t) {
        return String.join(" ", t.words().stream().map(Word::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"textgrid", "eaf", "whisper", "audacity"})
    void wordsComeBackWithTheirTimes(String format) throws IOException {
        SyncedTranscript t = interview();
        Transcript read = back(format, t, withWords());
        assertThat(spoken(read)).isEqualTo(said(t));
        assertThat(read.hints()).hasSameSizeAs(t.words()).allMatch(Transcript.Hint::exact);
        for (int i = 0; i < t.words().size(); i++) {
            assertThat(read.hints().get(i).place().of(read.text()))
                    .isEqualTo(t.words().get(i).text());
            assertThat(read.hints().get(i).time().startSeconds())
                    .isCloseTo(t.words().get(i).span().orElseThrow().startSeconds(), within(0.0011));
            assertThat(read.hints().get(i).time().endSeconds())
                    .isCloseTo(t.words().get(i).span().orElseThrow().endSeconds(), within(0.0011));
        }
    }

    /** These say when a word begins, and with it when the one before it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"vtt", "ass"})
    void wordsOfSubtitlesComeBackWithTheirStarts(String format) throws IOException {
        SyncedTranscript t = interview();
        Transcript read = back(format, t, withWords());
        assertThat(spoken(read)).isEqualTo(said(t));
        assertThat(read.hints()).hasSizeGreaterThan(t.words().size() * 8 / 10).allMatch(Transcript.Hint::exact);
        int next = 0;
        for (Transcript.Hint hint : read.hints()) {
            while (!t.words().get(next).text().equals(hint.place().of(read.text()))) {
                next++;
            }
            assertThat(hint.time().startSeconds())
                    .isCloseTo(t.words().get(next).span().orElseThrow().startSeconds(), within(0.12));
            next++;
        }
    }

    @Test
    void wordsOfCtmComeBackAsTheyAreSaid() throws IOException {
        SyncedTranscript t = interview();
        Transcript read = back("ctm", t, withWords());
        assertThat(read.hints()).hasSameSizeAs(t.words()).allMatch(Transcript.Hint::exact);
        assertThat(spoken(read)).contains("autumn of nineteen-fifty-one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "srt",
                "vtt",
                "ttml",
                "ebuttd",
                "ass",
                "otr",
                "podcast",
                "txt",
                "docx",
                "html",
                "whisper",
                "eaf",
                "textgrid"
            })
    void textAndTurnsComeBack(String format) throws IOException {
        SyncedTranscript t = interview();
        ExportOptions o = ExportOptions.DEFAULT;
        Transcript read = back(format, t, new ExportOptions(o.rules(), true, false, false, o.timebase(), o.page()));
        String text = spoken(read);
        for (String part : List.of("first come to the island", "never seen the sea", "loudest place on earth")) {
            assertThat(text).contains(part);
        }
        Map<String, Integer> speakers = new TreeMap<>();
        read.paragraphs().forEach(p -> p.speaker().ifPresent(s -> speakers.merge(s, 1, Integer::sum)));
        assertThat(speakers.keySet()).containsExactlyInAnyOrderElementsOf(SPEAKERS);
    }

    @ParameterizedTest
    @CsvSource({
        "srt,0.6",
        "vtt,0.6",
        "ttml,0.6",
        "ebuttd,0.6",
        "ass,0.6",
        "otr,0.6",
        "podcast,0.6",
        "txt,1.1",
        "docx,1.1"
    })
    void timesOfTurnsGuide(String format, double seconds) throws IOException {
        SyncedTranscript t = interview();
        ExportOptions o = ExportOptions.DEFAULT;
        Transcript read = back(format, t, new ExportOptions(o.rules(), true, false, false, o.timebase(), o.page()));
        assertThat(read.hints()).hasSizeBetween(3, 6).noneMatch(Transcript.Hint::exact);
        for (Transcript.Hint hint : read.hints()) {
            String text = spokenIn(read, hint).replaceAll("^[\\d:\\[\\]. ]+", "");
            double off = IntStream.range(0, t.words().size())
                    .filter(i -> text.startsWith(String.join(
                            " ",
                            t.words().subList(i, Math.min(i + 3, t.words().size())).stream()
                                    .map(Word::text)
                                    .toList())))
                    .mapToDouble(
                            i -> Math.abs(t.words().get(i).span().orElseThrow().startSeconds()
                                    - hint.time().startSeconds()))
                    .min()
                    .orElseThrow(() -> new AssertionError(format + ": no word begins " + text));
            assertThat(off).as("%s: %s", format, hint).isLessThan(seconds);
        }
    }

    /** What is said in a hint's stretch, behind the name that may open it. */
    private static String spokenIn(Transcript read, Transcript.Hint hint) {
        int from = read.paragraphs().stream()
                .filter(p -> p.place().start() <= hint.place().start()
                        && hint.place().start() < p.place().end())
                .flatMap(p -> p.label().stream())
                .mapToInt(l -> l.end())
                .findFirst()
                .orElse(0);
        return read.text()
                .substring(Math.max(from, hint.place().start()), hint.place().end())
                .replaceAll("(?U)\\s+", " ")
                .strip();
    }

    @Test
    void subtitlesWithTagsInTheirTextKeepIt() throws IOException {
        SyncedTranscript t = Transcripts.of(List.of("A"), "She wrote <b>bold</b> and {\\an8} and --> here");
        assertThat(spoken(back("srt", t, ExportOptions.DEFAULT))).contains("<b>bold</b> and {\\an8} and →");
        assertThat(spoken(back("vtt", t, ExportOptions.DEFAULT))).contains("<b>bold</b> and {\\an8} and -->");
        assertThat(spoken(back("ass", t, ExportOptions.DEFAULT))).contains("<b>bold</b> and {\\an8} and -->");
        assertThat(spoken(back("ttml", t, ExportOptions.DEFAULT))).contains("<b>bold</b> and {\\an8} and -->");
    }

    /** Whatever a file holds, it is read or refused with a reason. */
    @Test
    void whatIsDamagedIsRefusedOrRead() throws IOException {
        java.util.Random random = new java.util.Random(5);
        List<String> problems = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            SyncedTranscript t = HostileTranscripts.of(seed);
            for (String format : List.of(
                    "srt", "vtt", "ttml", "ass", "textgrid", "eaf", "ctm", "otr", "whisper", "audacity", "json")) {
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                Formats.writable(format).orElseThrow().write(t, withWords(), out);
                byte[] bytes = out.toByteArray();
                for (int damage = random.nextInt(4); damage > 0 && bytes.length > 2; damage--) {
                    if (random.nextInt(3) == 0) {
                        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    } else {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                }
                Path file = folder.resolve(
                        "x." + Formats.writable(format).orElseThrow().extension());
                Files.write(file, bytes);
                try {
                    ImportTranscript.run(file, List.of());
                } catch (UnreadableTranscriptException e) {
                    assertThat(e.getMessage()).isNotBlank();
                } catch (RuntimeException e) {
                    problems.add(seed + " " + format + ": " + e);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithWhatItLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"format\": 1}", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ImportTranscript.run(file, List.of()))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("segments");
        Path eaf =
                Files.writeString(folder.resolve("x.eaf"), "<ANNOTATION_DOCUMENT><!DOCTYPE x>", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ImportTranscript.run(eaf, List.of()))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("well-formed");
        Path ctm =
                Files.writeString(folder.resolve("x.ctm"), "a 1 0.0 0.3 yes\nb 1 0.0 0.3 no\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ImportTranscript.run(ctm, List.of())).hasMessageContaining("several recordings");
    }

    @Test
    void aPageWithTypewriterTextIsNoTtml() throws IOException {
        Path file = Files.writeString(
                folder.resolve("page.html"),
                "<html><body><p><tt>Ann:</tt> Are you there?</p><p><tt>Bo:</tt> I am.</p></body></html>");
        assertThat(spoken(ImportTranscript.run(file, List.of())))
                .contains("Are you there?")
                .contains("I am.");
    }

    @Test
    void longTurnsOfATextGridAreRead() throws IOException {
        String[] turns = {"one two ".repeat(4000).strip() + ".", "three."};
        Transcript read = back("textgrid", Transcripts.of(SPEAKERS, turns), ExportOptions.DEFAULT);
        assertThat(read.hints()).hasSize(8001);
    }

    @Test
    void shortTextGridsAndUtf16AreRead() throws IOException {
        String grid =
                "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n2\n<exists>\n1\n\"IntervalTier\"\n\"Mary - words\"\n0\n2\n3\n"
                        + "0\n0.5\n\"\"\n0.5\n1\n\"say\"\"so\"\n1\n2\n\"été\"\n";
        Path file = folder.resolve("x.TextGrid");
        Files.write(file, ("\ufeff" + grid).getBytes(StandardCharsets.UTF_16BE));
        Transcript read = ImportTranscript.run(file, List.of());
        assertThat(spoken(read)).endsWith("say\"so été");
        assertThat(read.hints().get(1).time().startSeconds()).isEqualTo(1);
    }

    /** What no text would be taken to call anybody, a label's or a paragraph's form still says. */
    @ParameterizedTest
    @ValueSource(strings = {"otr", "audacity"})
    void namesThatLookLikeSomethingElseComeBack(String format) throws IOException {
        for (String name :
                List.of("Note", "10:30", "– he", "1984", "who spoke last?", "[Editor]", "a.b@c", "https://x.org")) {
            SyncedTranscript said = Transcripts.of(
                    List.of("Ann Berg", name),
                    "When did you first come to the island?",
                    "In the autumn of 1951.",
                    "What did you think of it then?",
                    "I thought it was the loudest place on earth.");
            Transcript read = back(format, said, ExportOptions.DEFAULT);
            assertThat(read.paragraphs().stream().map(p -> p.speaker().orElse("-")))
                    .as(name)
                    .containsExactly("Ann Berg", name, "Ann Berg", name);
            assertThat(spoken(read)).as(name).doesNotContain(name + ":");
        }
    }

    @Test
    void textBesideTimesOfSpeakersIsTaken() throws IOException {
        Path times = Files.writeString(
                folder.resolve("tape.rttm"),
                "SPEAKER tape 1 0.50 2.00 <NA> <NA> Ann_Berg <NA> <NA>\n"
                        + "SPEAKER tape 1 2.60 1.00 <NA> <NA> Ann_Berg <NA> <NA>\n"
                        + "SPEAKER tape 1 4.00 3.00 <NA> <NA> Bo <NA> <NA>\n");
        Path text = folder.resolve("tape.txt");
        assertThatThrownBy(() -> ImportTranscript.run(times, List.of())).hasMessageContaining(".txt");
        Files.writeString(text, "Ann Berg: Where is\nthe key?\n\nBo: On the nail.\n");
        Transcript paragraphs = ImportTranscript.run(times, List.of());
        assertThat(paragraphs.paragraphs().stream().map(p -> p.speaker().orElse("-")))
                .containsExactly("Ann Berg", "Bo");
        assertThat(spoken(paragraphs)).isEqualToNormalizingWhitespace("Where is the key? On the nail.");
        assertThat(paragraphs.hints().get(0).time().endSeconds()).isEqualTo(3.6);
        Files.writeString(text, "Where is it?\nThe key.\nOn the nail.\n");
        assertThat(ImportTranscript.run(times, List.of()).hints().get(1).time().startSeconds())
                .isEqualTo(2.6);
        Files.writeString(text, "One.\nTwo.\nThree.\nFour.\n");
        assertThatThrownBy(() -> ImportTranscript.run(times, List.of())).hasMessageContaining("4 lines");
    }
}
