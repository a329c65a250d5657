package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tapescript.domain.SourceDocument;

/** What every reader of transcripts keeps to; one that is new supplies itself and a file of its kind. */
abstract class TranscriptReaderContract {
    private static final int CUTS = 40;

    private final TranscriptReader reader;
    private final String example;
    /** Whether the file's kind shows without its name. */
    private final boolean tells;

    TranscriptReaderContract(TranscriptReader reader, String example, boolean tells) {
        this.reader = reader;
        this.example = example;
        this.tells = tells;
    }

    private TranscriptFile file(String name, byte[] bytes) {
        return new TranscriptFile(Path.of(name), bytes, ReadOptions.FIND);
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(ReaderGoldenTest.FOLDER.resolve(example));
    }

    @Test
    void readsItsKind() throws IOException {
        assertThat(reader.reads(file(example, bytes()))).isTrue();
        assertThat(reader.reads(file("unnamed", bytes()))).isEqualTo(tells);
    }

    @Test
    void readsNothingElse() {
        String interview = "Ann: When did you begin?\nBo: In the spring.\n\n00:10 - Ann: And then?\n";
        for (String name : new String[] {"interview.txt", "interview.doc", "interview"}) {
            assertThat(reader.reads(file(name, interview.getBytes(StandardCharsets.UTF_8))))
                    .isFalse();
        }
        assertThat(reader.reads(file("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3})))
                .isFalse();
    }

    @Test
    void blocksAndTimesLieInOrder() throws IOException {
        SourceDocument document = reader.read(file(example, bytes()));
        assertThat(MutatedTranscriptsTest.malformation(document)).isEmpty();
        assertThat(document.blocks()).isNotEmpty();
        assertThat(document.name()).isEqualTo(example);
    }

    @Test
    void readingTwiceIsTheSame() throws IOException {
        assertThat(reader.read(file(example, bytes()))).isEqualTo(reader.read(file(example, bytes())));
    }

    @Test
    void aFileThatWasCutOffIsReadOrRefused() throws IOException {
        byte[] bytes = bytes();
        for (int i = 0; i <= CUTS; i++) {
            try {
                SourceDocument document =
                        reader.read(file(example, Arrays.copyOf(bytes, (int) ((long) bytes.length * i / CUTS))));
                assertThat(MutatedTranscriptsTest.malformation(document)).isEmpty();
            } catch (UnreadableTranscriptException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }
}
