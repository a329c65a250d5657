package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tapescript.domain.SourceDocument;
import org.tapescript.text.structure.TranscriptAnalyzer;

/** Files that are meant to break a reader: nested without bottom, swelling, looking elsewhere, endless, slow by their length. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileReadersTest {
    private static final int DEEP = 20_000;
    private static final int LONG = 50_000;
    private static final String CUE = "00:00:01,000 --> 00:00:02,000\nwords ";
    private static final String ASS = "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,words ";

    @TempDir
    private Path folder;

    private static SourceDocument read(String name, byte[] bytes) throws IOException {
        return Formats.read(new TranscriptFile(Path.of(name), bytes, ReadOptions.FIND));
    }

    private static SourceDocument read(String name, String text) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String part, byte[] content, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static String nested(String tag) {
        return ("<" + tag + ">").repeat(DEEP) + "x" + ("</" + tag + ">").repeat(DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.ttml", "x.eaf", "x.trs", "x.exb", "x.tei"})
    void deepXmlIsRefused(String name) {
        assertThatThrownBy(() -> read(name, nested("p")))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void deepWordFilesAreRefused() throws IOException {
        byte[] file = zip("word/document.xml", nested("sdt").getBytes(StandardCharsets.UTF_8), 1);
        assertThatThrownBy(() -> read("x.docx", file))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void deepPagesRtfAndMarkdownAreRead() throws IOException {
        assertThat(read("x.html", "<div>".repeat(DEEP) + "Ann: hello").text()).contains("hello");
        assertThat(read("x.rtf", "{\\rtf1 " + "{".repeat(LONG) + "hello" + "}".repeat(LONG))
                        .text())
                .contains("hello");
        assertThat(read("x.md", "> ".repeat(DEEP) + "hello\n\n" + "*a ".repeat(DEEP))
                        .text())
                .contains("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "content.xml"})
    void packagesThatSwellAreRefused(String part) throws IOException {
        byte[] file = zip(part, new byte[1 << 20], 60);
        assertThat(file.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(part.startsWith("word") ? "x.docx" : "x.odt", file))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("unpacked");
    }

    @Test
    void nothingOutsideTheFileIsLookedAt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret words");
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><transcript><text start=\"1\" dur=\"2\">hello &x; there</text></transcript>";
        assertThat(read("x.xml", xml).text()).contains("hello").doesNotContain("secret words");
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]><transcript><text start=\"1\" dur=\"2\">hello &a11;</text></transcript>");
        assertThat(read("x.xml", laughs.toString()).text()).hasSizeLessThan(LONG);
    }

    @Test
    void ourOwnProjectIsNoTranscript() throws IOException {
        String word = "{\"id\": \"w1\", \"start\": 1.0, \"end\": 1.5}";
        String project = "{\"format\": \"tapescript-project\", \"version\": 1, \"words\": [" + word + "]}";
        assertThatThrownBy(() -> read("x.tapescript", project)).hasMessageContaining("sync PROJECT --transcript");
        assertThatThrownBy(() -> read("x.json", "{\"words\": [" + word + "]}"))
                .isInstanceOf(UnreadableTranscriptException.class);
        byte[] bundle = "PK\u0003\u0004          mimetypeapplication/x-tapescript-bundle\u0000\u0001"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read("x.tapescript", bundle)).hasMessageContaining("Tapescript project");
    }

    @Test
    void xmlThatDoesNotSaySoIsRefusedByName() {
        assertThatThrownBy(() -> read("x.smil", "<smil version=\"3\">\n<par><audio src=\"a.mp3\"/></par>\n</smil>\n"))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("XML (<smil>)");
    }

    @Test
    void pipesDevicesAndHugeFilesAreRefused() throws IOException {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));
        assertThatThrownBy(() -> Formats.read(zero)).hasMessageContaining("device");
        Path huge = folder.resolve("huge.txt");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertThatThrownBy(() -> Formats.read(huge))
                .isInstanceOf(UnreadableTranscriptException.class)
                .hasMessageContaining("64 MB");
    }

    /** Each of these took minutes, or the square of its length, in one version or another. */
    @Test
    void lengthCostsNoMoreThanItself() throws IOException {
        for (String name : List.of("x.ass", "x.srt", "x.vtt")) {
            String head = name.endsWith("ass") ? ASS : name.endsWith("vtt") ? "WEBVTT\n\n" + CUE : CUE;
            for (String token : List.of("{", "{\\a", "<", "<v ", "&", "<00:00:01.500>a ", "{\\k5}a ")) {
                assertThat(read(name, head + token.repeat(LONG) + "\n").text()).contains("words");
            }
        }
        String segments =
                "{\"start\":1,\"end\":2,\"text\":\" a b\",\"words\":[{\"word\":\"a\",\"start\":1,\"end\":1.5}]},";
        assertThat(read("x.json", "{\"segments\":[" + segments.repeat(20_000) + "{}]}")
                        .blocks())
                .isNotEmpty();
        SourceDocument marks = read("x.txt", "Ann: a" + "\u0301".repeat(LONG) + " word\n\nBo: yes\n");
        assertThat(TranscriptAnalyzer.analyze(marks, List.of()).paragraphs()).isNotEmpty();
        assertThat(read("x.srt", CUE + "\n".repeat(LONG) + "more\n").text()).contains("more");
        assertThat(read("x.lrc", "[ti:x]\n" + "[00:01.00]".repeat(1000) + "words\n")
                        .text())
                .contains("words");
    }
}
