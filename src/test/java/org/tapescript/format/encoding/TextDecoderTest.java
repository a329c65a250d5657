package org.tapescript.format.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tapescript.format.encoding.TextDecoder.Decoded;

class TextDecoderTest {
    private static final Path SENTENCES = Path.of("src/test/resources/org/tapescript/format/encoding/sentences.tsv");

    /** A language's sentences in each encoding that it was written in. */
    static Stream<Arguments> sentences() throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .map(l -> l.split("\t"))
                .flatMap(f -> Stream.concat(Stream.of("UTF-8", "UTF-16LE", "UTF-16BE"), Stream.of(f[1].split(" ")))
                        .distinct()
                        .map(charset -> Arguments.of(f[0], charset, f[2].replace("\\r\\n", "\r\n") + "\n")));
    }

    private static String decoded(byte[] bytes) {
        return TextDecoder.decode(bytes).map(Decoded::text).orElse("no text");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("sentences")
    void sentencesAreDecoded(String language, String charset, String text) {
        assertThat(decoded(bytes(text, charset))).isEqualTo(text);
    }

    /** A transcript in English, a name or two apart, is as most are. */
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("sentences")
    void sentencesAmongEnglishAreDecoded(String language, String charset, String text) {
        String mixed = "Interviewer: Could you say that in your own words?\n".repeat(40) + text;
        assertThat(decoded(bytes(mixed, charset))).isEqualTo(mixed);
    }

    private static byte[] bytes(String text, String charset) {
        // Vietnamese was typed with the tone behind the vowel; some vowels have letters of their own.
        return charset.equals("windows-1258") ? vietnamese(text) : text.getBytes(Charset.forName(charset));
    }

    private static byte[] vietnamese(String text) {
        Charset charset = Charset.forName("windows-1258");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            String whole = letter;
            if (!charset.newEncoder().canEncode(letter)) {
                String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
                String base = apart.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
                whole = Normalizer.normalize(base, Normalizer.Form.NFC)
                        + apart.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            }
            out.writeBytes(whole.getBytes(charset));
        });
        return out.toByteArray();
    }

    @Test
    void byteOrderMarksAreNoText() {
        assertThat(decoded("\ufeffWord\n\ufeffand another".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Word\nand another");
    }

    @Test
    void whatIsKnownIsNotGuessed() {
        byte[] bytes = "Łódź".getBytes(Charset.forName("ISO-8859-2"));
        Decoded decoded = TextDecoder.decode(bytes, Optional.of(Charset.forName("ISO-8859-2")))
                .orElseThrow();
        assertThat(decoded.text()).isEqualTo("Łódź");
        assertThat(decoded.guessed()).isFalse();
    }

    @Test
    void oneStrayByteDoesNotSpoilUtf8() {
        byte[] start = "Où était la corderie, à Malmö? Très loin, près du caf".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Stream.of(start, new byte[] {(byte) 0xe9}, ", voilà.".getBytes(StandardCharsets.UTF_8))
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (a, b) -> {})
                .toByteArray();
        Decoded decoded = TextDecoder.decode(bytes).orElseThrow();
        assertThat(decoded.text()).isEqualTo("Où était la corderie, à Malmö? Très loin, près du café, voilà.");
        assertThat(decoded.strays()).isEqualTo(1);
        assertThat(decoded.encoding()).isEqualTo("UTF-8");
    }

    @Test
    void whatWasTakenForAnotherEncodingOnceIsPutRight() {
        String meant = "I’m sure – “quite” – it was the café… łódź, naïve, 10 €";
        String taken = new String(meant.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"))
                .replace('\ufffd', '\u009d');
        Decoded decoded =
                TextDecoder.decode(taken.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(decoded.text()).isEqualTo(meant);
        assertThat(decoded.twice()).isEqualTo("â€™");
    }

    @Test
    void wordsWithCapitalLettersOfTheseKindsStay() {
        String text = "SÃO PAULO, ÎLE, ÂGÉ, “Ê”, Ý, Ñ’, PÂTÉ…";
        assertThat(decoded(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void bulletsOfChatAreText() {
        assertThat(decoded("*INV:\tyes . \u0015120_2400\u0015\n".getBytes(StandardCharsets.UTF_8)))
                .contains("yes");
    }

    @Test
    void binaryIsNoText() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertThat(TextDecoder.decode(noise)).isEmpty();
    }
}
