package org.tapescript.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;
import org.tapescript.domain.SourceDocument;
import org.tapescript.format.plain.PlainReader;

/** All file formats; those that are read stand in {@link ReadableFormats}, those that are written in {@link WritableFormats}. */
public final class Formats {
    /** What names of transcripts end in, of all that are read; in lower case. */
    public static final Set<String> READ_EXTENSIONS = ReadableFormats.EXTENSIONS;

    private static final long MAX_FILE_SIZE = 64L << 20;
    /** A day of speech has less than a million. */
    private static final int MAX_TEXT_LENGTH = 16_000_000;

    private Formats() {}

    /** Names of the formats that can be written. */
    public static Set<String> writable() {
        return WritableFormats.FORMATS.keySet();
    }

    /** The format of a name, in whichever case it is typed. */
    public static Optional<Format> writable(String name) {
        return Optional.ofNullable(WritableFormats.FORMATS.get(name.strip().toLowerCase(Locale.ROOT)));
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
        for (TranscriptReader reader : ReadableFormats.READERS) {
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
