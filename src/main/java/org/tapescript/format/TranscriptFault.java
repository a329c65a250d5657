package org.tapescript.format;

import java.text.MessageFormat;
import java.util.Locale;

/** Why a file is no transcript that can be used. */
public enum TranscriptFault {
    NO_FILE("there is no such file"),
    DENIED("you may not read it"),
    FOLDER("it is a folder, not a transcript"),
    DEVICE("it is a pipe or a device; save it as a file first"),
    /** Megabytes that it has, megabytes that it may have. */
    LARGE("it has {0,number,#} MB; no transcript has more than {1,number,#} MB"),
    /** Millions of letters that it has, and that it may have. */
    LONG("it has {0,number,#} million letters; no transcript has more than {1,number,#} million"),
    EMPTY("it is empty"),
    NO_TEXT("there is no text in it"),
    NO_TIMED_TEXT("there is no text with a time in it"),
    NO_SUBTITLE("no subtitle with a time could be read in it"),
    NO_FIRST_SUBTITLE("the file ends before its first subtitle"),
    /** Names of two recordings. */
    SEVERAL_RECORDINGS("it is of several recordings ({0}, {1}); split it into one file each"),
    ONLY_SPEAKERS(
            "it says who speaks when, but not what; put the text that belongs to it beside it, under the same name with .txt, a line or paragraph each turn; or give the text alone, and have voices attributed"),
    /** Name of the text beside it, its lines, the turns of this one. */
    OTHER_TEXT_BESIDE(
            "it says who speaks when; the text beside it, {0}, has {1,number,#} lines, and it has {2,number,#} turns: give one line or paragraph a turn"),
    /** The tier that was asked for, those that there are. */
    NO_TIER("it has no tier ''{0}''; there are: {1}"),
    /** The column that was asked for, those that there are. */
    NO_COLUMN("it has no column ''{0}''; there are: {1}"),
    NO_ROW("it is a table without a row"),
    /** How many. */
    MANY_COLUMNS("it is a table of {0,number,#} columns; no transcript has so many"),
    /** Names of the columns. */
    NO_TEXT_COLUMN("it is a table without a column of text; its columns: {0}"),
    DAMAGED_WORD("it is a Word document that is damaged, or is none; save it anew as .docx"),
    NESTED_WORD("it is a Word document that is nested too deeply, or damaged; save it anew as .docx"),
    DAMAGED_OPEN_DOCUMENT("it is an OpenDocument text that is damaged, or is none; save it anew as .odt"),
    DAMAGED_EPUB("it is an EPUB that is damaged, or is none"),
    DAMAGED_TEXT_GRID("it is no TextGrid, or ends too soon"),
    /** Name of the part, megabytes that it may have. */
    LARGE_PART("its part {0} has more than {1,number,#} MB when it is unpacked; no transcript has"),
    /** Name of the part. */
    DAMAGED_PART("its part {0} is damaged"),
    /** What the parser says, in English. */
    BAD_XML("it is not well-formed XML: {0}"),
    /** What the parser says, in English. */
    BAD_JSON("it is not JSON: {0}"),
    NO_OTR("it is not an oTranscribe file: it has no \"text\""),
    NOTEBOOK("it is a Jupyter notebook, not a transcript"),
    PROJECT(
            "it is a Tapescript project, not a transcript; open it or export it, or give it another text by sync PROJECT --transcript FILE"),
    GEO_JSON("it is GeoJSON, not a transcript"),
    OTHER_ARRAY(
            "it is a JSON array without any \"text\" that has a time or a speaker, as segments of a transcript have"),
    /** Some of its keys. */
    OTHER_JSON(
            "it is JSON of {0}, without \"segments\" or \"words\" that have text and times or speakers, as transcripts have"),
    PDF_PASSWORD("it is a PDF behind a password; save it without one"),
    DAMAGED_PDF("it is a PDF that is damaged"),
    BOUNDLESS_PDF("it is a PDF that unpacks to far more than a transcript has, or is damaged"),
    DAMAGED_MAIL("it is an e-mail that is damaged"),
    EMPTY_MAIL("it is an e-mail whose body holds no text; save what is attached to it"),
    PDF_PICTURES("it is a PDF without text, of pictures of pages; have its text recognised (OCR) first"),
    PICTURE("it is a picture; have its text recognised (OCR) first"),
    OLD_OFFICE("it is a Word document of the old kind, or another Office file of before 2007; save it as .docx"),
    SOUND("it is a sound file, not a transcript"),
    VIDEO("it is a video or sound file, not a transcript"),
    PACKED("it is a packed archive; unpack it first"),
    ZIP("it is a ZIP archive; unpack it first"),
    PRAAT_BINARY("it is a binary file from Praat; save it from Praat as a text file"),
    PROGRAM("it is a program, not a transcript"),
    DATABASE("it is a database, not a transcript"),
    POST_SCRIPT("it is PostScript, not a transcript; give PDF"),
    EXCEL("it is an Excel spreadsheet; save the sheet as CSV"),
    OPEN_SPREADSHEET("it is an OpenDocument spreadsheet; save the sheet as CSV"),
    PRESENTATION("it is a presentation, not a transcript"),
    PAGES("it is a Pages document; export it as .docx"),
    BINARY("it is not text, and no kind of file that transcripts come in"),
    FCPXML("it is a Final Cut Pro project (FCPXML), which can be written but not read"),
    XMEML("it is a Premiere or Final Cut 7 project, not a transcript"),
    SVG("it is a drawing (SVG), not a transcript"),
    FEED("it is a feed (RSS), not a transcript"),
    /** Its root element. */
    OTHER_XML("it is XML (<{0}>) of no kind that transcripts come in"),
    EDL("it is an edit decision list (EDL), which can be written but not read"),
    VOB_SUB("it is a VobSub index; its subtitles are pictures");

    private final String english;

    TranscriptFault(String english) {
        this.english = english;
    }

    String say(Object... arguments) {
        return new MessageFormat(english, Locale.ROOT).format(arguments);
    }
}
