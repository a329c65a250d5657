package org.tapescript.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file seems to be that no reader reads, by what it begins with (as the Unix program {@code file} has it), and what may help. */
final class FileKinds {
    private record Kind(TranscriptFault what, int offset, String... beginnings) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(TranscriptFault.PICTURE, 0, "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "BM", "II*\0", "MM\0*"),
            new Kind(TranscriptFault.PICTURE, 8, "WEBP"),
            new Kind(TranscriptFault.OLD_OFFICE, 0, "\u00d0\u00cf\u0011\u00e0"),
            new Kind(
                    TranscriptFault.SOUND,
                    0,
                    "ID3",
                    "fLaC",
                    "OggS",
                    "\u00ff\u00fb",
                    "\u00ff\u00f3",
                    "\u00ff\u00f1",
                    "\u00ff\u00f9",
                    "FORM",
                    ".snd",
                    "caff",
                    "#!AMR"),
            new Kind(TranscriptFault.SOUND, 8, "WAVE"),
            new Kind(TranscriptFault.VIDEO, 4, "ftyp", "moov", "mdat"),
            new Kind(TranscriptFault.VIDEO, 0, "\u001aE\u00df\u00a3", "0&\u00b2u", "FLV\1", "\0\0\1\u00ba"),
            new Kind(TranscriptFault.VIDEO, 8, "AVI "),
            new Kind(
                    TranscriptFault.PACKED,
                    0,
                    "\u001f\u008b",
                    "7z\u00bc\u00af",
                    "Rar!",
                    "BZh",
                    "\u00fd7zXZ",
                    "(\u00b5/\u00fd"),
            new Kind(TranscriptFault.PACKED, 257, "ustar"),
            new Kind(TranscriptFault.PRAAT_BINARY, 0, "ooBinaryFile"),
            new Kind(TranscriptFault.PROGRAM, 0, "\u007fELF", "MZ", "\u00ca\u00fe\u00ba\u00be"),
            new Kind(TranscriptFault.DATABASE, 0, "SQLite format 3"),
            new Kind(TranscriptFault.POST_SCRIPT, 0, "%!PS"));
    private static final Pattern ROOT = Pattern.compile(
            "\\A(?:<\\?xml[^>]*>|<!--.{0,2000}?-->|<!DOCTYPE[^>\\[]*>|\\s)*<([\\w:.-]{1,60})[\\s/>]", Pattern.DOTALL);

    /** Of XML that does not say that it is; what web pages are made of may stand in text. */
    private static final Pattern BARE_ROOT = Pattern.compile(
            "<(?!(?:p|div|span|b|i|u|em|strong|a|h[1-6]|ul|ol|table|body|font|center|blockquote)[\\s>])([a-z][\\w:.-]{1,40})(?:\\s[^<>]*)?>");

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x06\\x0e-\\x1a]");

    private FileKinds() {}

    /** Why a file that is not text cannot be read. */
    static TranscriptFault binary(TranscriptFile file) {
        String head = head(file);
        if (head.startsWith("PK\003") || head.startsWith("PK\005")) {
            return packed(file);
        }
        return kind(head).orElse(TranscriptFault.BINARY);
    }

    private static String head(TranscriptFile file) {
        return new String(Arrays.copyOf(file.bytes(), Math.min(300, file.bytes().length)), StandardCharsets.ISO_8859_1);
    }

    private static Optional<TranscriptFault> kind(String head) {
        return KINDS.stream()
                .filter(k -> Arrays.stream(k.beginnings).anyMatch(b -> head.startsWith(b, k.offset)))
                .map(Kind::what)
                .findFirst();
    }

    private static TranscriptFault packed(TranscriptFile file) {
        if (file.contains("application/x-tapescript-bundle")) {
            return TranscriptFault.PROJECT;
        }
        if (file.contains("xl/workbook")) {
            return TranscriptFault.EXCEL;
        }
        if (file.contains("opendocument.spreadsheet")) {
            return TranscriptFault.OPEN_SPREADSHEET;
        }
        if (file.contains("ppt/presentation") || file.contains("opendocument.presentation")) {
            return TranscriptFault.PRESENTATION;
        }
        if (file.contains("Index/Document.iwa")) {
            return TranscriptFault.PAGES;
        }
        return TranscriptFault.ZIP;
    }

    /** Why text is taken for no transcript; nothing if it may be one. */
    static Optional<UnreadableTranscriptException> text(TranscriptFile file) {
        if (file.begins("PK\003\004")) {
            return Optional.of(file.unreadable(packed(file)));
        }
        // Sound may look like text in some encoding, but no text begins like sound and goes on in control characters.
        Optional<TranscriptFault> binary = CONTROLS.matcher(head(file)).find() ? kind(head(file)) : Optional.empty();
        if (binary.isPresent()) {
            return Optional.of(file.unreadable(binary.get()));
        }
        String start = file.start();
        Matcher root = ROOT.matcher(start);
        if (start.startsWith("<?xml") && root.find()
                || start.startsWith("<!DOCTYPE") && root.find()
                || start.startsWith("<fcpxml")) {
            String name = root.reset().find() ? root.group(1) : "";
            TranscriptFault fault = switch (name.toLowerCase(Locale.ROOT)) {
                case "fcpxml" -> TranscriptFault.FCPXML;
                case "xmeml" -> TranscriptFault.XMEML;
                case "svg" -> TranscriptFault.SVG;
                case "rss", "feed" -> TranscriptFault.FEED;
                default -> TranscriptFault.OTHER_XML;
            };
            return Optional.of(file.unreadable(fault, name));
        }
        Matcher bare = BARE_ROOT.matcher(start);
        if (bare.lookingAt() && file.end().endsWith("</" + bare.group(1) + ">")) {
            return Optional.of(file.unreadable(TranscriptFault.OTHER_XML, bare.group(1)));
        }
        if (start.startsWith("TITLE:") && start.matches("(?s)TITLE:[^\\n]*\\nFCM:.*")) {
            return Optional.of(file.unreadable(TranscriptFault.EDL));
        }
        if (start.startsWith("# VobSub index file")) {
            return Optional.of(file.unreadable(TranscriptFault.VOB_SUB));
        }
        return Optional.empty();
    }
}
