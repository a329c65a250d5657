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
    private record Kind(String what, int offset, String... beginnings) {}

    private static final String SOUND = "it is a sound file, not a transcript";
    private static final String VIDEO = "it is a video or sound file, not a transcript";
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "it is a picture; have its text recognised (OCR) first",
                    0,
                    "\u0089PNG",
                    "\u00ff\u00d8\u00ff",
                    "GIF8",
                    "BM",
                    "II*\0",
                    "MM\0*"),
            new Kind("it is a picture; have its text recognised (OCR) first", 8, "WEBP"),
            new Kind(
                    "it is a Word document of the old kind, or another Office file of before 2007; save it as .docx",
                    0,
                    "\u00d0\u00cf\u0011\u00e0"),
            new Kind(
                    SOUND,
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
            new Kind(SOUND, 8, "WAVE"),
            new Kind(VIDEO, 4, "ftyp", "moov", "mdat"),
            new Kind(VIDEO, 0, "\u001aE\u00df\u00a3", "0&\u00b2u", "FLV\1", "\0\0\1\u00ba"),
            new Kind(VIDEO, 8, "AVI "),
            new Kind(
                    "it is a packed archive; unpack it first",
                    0,
                    "\u001f\u008b",
                    "7z\u00bc\u00af",
                    "Rar!",
                    "BZh",
                    "\u00fd7zXZ",
                    "(\u00b5/\u00fd"),
            new Kind("it is a packed archive; unpack it first", 257, "ustar"),
            new Kind("it is a binary file of Praat's; save it from Praat as a text file", 0, "ooBinaryFile"),
            new Kind("it is a program, not a transcript", 0, "\u007fELF", "MZ", "\u00ca\u00fe\u00ba\u00be"),
            new Kind("it is a database, not a transcript", 0, "SQLite format 3"),
            new Kind("it is PostScript, not a transcript; give PDF", 0, "%!PS"));
    private static final Pattern ROOT = Pattern.compile(
            "\\A(?:<\\?xml[^>]*>|<!--.{0,2000}?-->|<!DOCTYPE[^>\\[]*>|\\s)*<([\\w:.-]{1,60})[\\s/>]", Pattern.DOTALL);

    private FileKinds() {}

    /** Why a file that is not text cannot be read. */
    static String binary(TranscriptFile file) {
        String head = new String(
                Arrays.copyOf(file.bytes(), Math.min(300, file.bytes().length)), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\003") || head.startsWith("PK\005")) {
            return packed(file);
        }
        return KINDS.stream()
                .filter(k -> Arrays.stream(k.beginnings).anyMatch(b -> head.startsWith(b, k.offset)))
                .map(Kind::what)
                .findFirst()
                .orElse("it is not text, and no kind of file that transcripts come in");
    }

    private static String packed(TranscriptFile file) {
        if (file.contains("xl/workbook")) {
            return "it is a spreadsheet of Excel's; save the sheet as CSV";
        }
        if (file.contains("opendocument.spreadsheet")) {
            return "it is an OpenDocument spreadsheet; save the sheet as CSV";
        }
        if (file.contains("ppt/presentation") || file.contains("opendocument.presentation")) {
            return "it is a presentation, not a transcript";
        }
        if (file.contains("Index/Document.iwa")) {
            return "it is a document of Pages'; export it as .docx";
        }
        return "it is a ZIP archive; unpack it first";
    }

    /** Why text is taken for no transcript; nothing if it may be one. */
    static Optional<String> text(TranscriptFile file) {
        String start = file.start();
        Matcher root = ROOT.matcher(start);
        if (start.startsWith("<?xml") && root.find()
                || start.startsWith("<!DOCTYPE") && root.find()
                || start.startsWith("<fcpxml")) {
            String name = root.reset().find() ? root.group(1) : "";
            return Optional.of(
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "fcpxml" -> "it is a Final Cut Pro project (FCPXML), which can be written but not read";
                        case "xmeml" -> "it is a Premiere or Final Cut 7 project, not a transcript";
                        case "svg" -> "it is a drawing (SVG), not a transcript";
                        case "rss", "feed" -> "it is a feed (RSS), not a transcript";
                        default -> "it is XML (<" + name + ">) of no kind that transcripts come in";
                    });
        }
        if (start.startsWith("TITLE:") && start.matches("(?s)TITLE:[^\\n]*\\nFCM:.*")) {
            return Optional.of("it is an edit decision list (EDL), which can be written but not read");
        }
        if (start.startsWith("# VobSub index file")) {
            return Optional.of("it is a VobSub index; its subtitles are pictures");
        }
        return Optional.empty();
    }
}
