package org.tapescript.format.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String ENGLISH = "– He said, “it’s the café’s” – and left…\r\n– Naïve, wasn’t he?";
    private static final String RUSSIAN = "– Когда вы приехали? – Осенью сорок шестого года, «поездом».";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "x-MacRoman"})
    void englishWithTypographyIsDecoded(String charset) {
        assertThat(TextDecoder.decode(ENGLISH.getBytes(Charset.forName(charset)))
                        .map(TextDecoder.Decoded::text))
                .contains(ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1251"})
    void russianIsDecoded(String charset) {
        assertThat(TextDecoder.decode(RUSSIAN.getBytes(Charset.forName(charset)))
                        .map(TextDecoder.Decoded::text))
                .contains(RUSSIAN);
    }

    @Test
    void byteOrderMarkIsNotText() {
        assertThat(TextDecoder.decode("\ufeffWord".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .map(TextDecoder.Decoded::text))
                .contains("Word");
    }

    @Test
    void binaryIsNoText() {
        byte[] noise = new byte[5000];
        new java.util.Random(1).nextBytes(noise);
        assertThat(TextDecoder.decode(noise)).isEmpty();
    }
}
