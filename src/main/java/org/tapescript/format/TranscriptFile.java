package org.tapescript.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.encoding.TextDecoder;

/** A file that is to be read: its bytes, its text once somebody asks, and what the user says of it. Not for several threads. */
public final class TranscriptFile {
    private static final int HEAD = 4096;
    private static final int PACKAGE = 1 << 16;

    private final Path path;
    private final byte[] bytes;
    private final ReadOptions options;
    private Optional<TextDecoder.Decoded> decoded;
    private boolean asText;

    public TranscriptFile(Path path, byte[] bytes, ReadOptions options) {
        this.path = path;
        this.bytes = bytes;
        this.options = options;
    }

    public Path path() {
        return path;
    }

    /** File name, by which the document is called. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Whether the name ends in one of some extensions, given without their points. */
    public boolean isNamed(String... extensions) {
        String name = name().toLowerCase(Locale.ROOT);
        return Arrays.stream(extensions).anyMatch(e -> name.endsWith("." + e));
    }

    public byte[] bytes() {
        return bytes;
    }

    public ReadOptions options() {
        return options;
    }

    /** Whether the bytes begin with some. */
    public boolean begins(String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(wanted, Arrays.copyOf(bytes, wanted.length));
    }

    /** Whether the bytes hold some, in their first or last part: names in a package stand at both ends of it. */
    public boolean contains(String latin) {
        int part = Math.min(bytes.length, PACKAGE);
        String first = new String(bytes, 0, part, StandardCharsets.ISO_8859_1);
        return first.contains(latin)
                || new String(bytes, bytes.length - part, part, StandardCharsets.ISO_8859_1).contains(latin);
    }

    /** The first letters as far as the file is text, without byte order mark and blanks; else none. */
    public String start() {
        String text = decoded().map(TextDecoder.Decoded::text).orElse("");
        return text.substring(0, Math.min(HEAD, text.length())).stripLeading();
    }

    /** The last letters as far as the file is text, without blanks; else none. */
    String end() {
        String text = decoded().map(TextDecoder.Decoded::text).orElse("");
        return text.substring(Math.max(0, text.length() - HEAD)).stripTrailing();
    }

    /** The text, and how it was encoded; nothing if the file is no text. */
    public Optional<TextDecoder.Decoded> decoded() {
        if (decoded == null) {
            decoded = TextDecoder.decode(bytes, options.encoding());
        }
        return decoded;
    }

    /** @throws UnreadableTranscriptException if the file is no text */
    public String text() throws UnreadableTranscriptException {
        asText = true;
        return decoded().orElseThrow(() -> unreadable(FileKinds.binary(this))).text();
    }

    /** A document made of this file, with how its text was decoded, if that was asked for. */
    SourceDocument told(SourceDocument document) {
        if (!asText) {
            return document;
        }
        Reading reading = document.reading();
        List<Doubt> doubts = new ArrayList<>(reading.doubts());
        TextDecoder.Decoded how = decoded().orElseThrow();
        if (how.strays() > 0) {
            doubts.add(new Doubt(1, DoubtCode.BYTES_REPAIRED, List.of("" + how.strays(), how.encoding()), 0.2));
        }
        if (!how.twice().isEmpty()) {
            doubts.add(new Doubt(1, DoubtCode.DOUBLY_ENCODED, List.of(how.twice()), 0.3));
        }
        return document.withReading(new Reading(how.encoding(), reading.choices(), doubts));
    }

    public UnreadableTranscriptException unreadable(TranscriptFault fault, Object... arguments) {
        return new UnreadableTranscriptException(path, fault, arguments);
    }

    public UnreadableTranscriptException unreadable(Throwable cause, TranscriptFault fault, Object... arguments) {
        return unreadable(fault, arguments).causedBy(cause);
    }
}
