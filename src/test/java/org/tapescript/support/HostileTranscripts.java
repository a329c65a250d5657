package org.tapescript.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.tapescript.domain.CharSpan;
import org.tapescript.domain.MatchQuality;
import org.tapescript.domain.Origin;
import org.tapescript.domain.Paragraph;
import org.tapescript.domain.ParagraphKind;
import org.tapescript.domain.Recording;
import org.tapescript.domain.StraySpeech;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.TimeSpan;
import org.tapescript.domain.Timing;
import org.tapescript.domain.Transcript;
import org.tapescript.domain.Turn;
import org.tapescript.domain.Word;

/**
 * Transcripts with everything that formats stumble over: markup of all of them in words and names, all scripts, letters of many parts,
 * control characters, words without times, of no length, of hours; turns that overlap; tapes of many hours, in several recordings;
 * nothing at all.
 */
public final class HostileTranscripts {
    private static final String[] WORDS = {
        "&",
        "a&amp;b",
        "<b>bold</b>",
        "</p>",
        "]]>x",
        "<!--x-->",
        "-->",
        "x-->y",
        "\"quoted\"",
        "'single'",
        "it’s",
        "{\\an8}top",
        "\\N1",
        "\\hx",
        "{x}",
        "}y{",
        "%s1",
        "=1+1",
        "+7",
        "@x",
        "#1",
        "**bold**",
        "_x_",
        "`x`",
        "[link](x)",
        "1.",
        "2)",
        "*x",
        "---x",
        "~~x~~",
        "|x|",
        "a\\b",
        "x;y",
        ";;x",
        "x,y",
        "a:b",
        "1\"2",
        "\"\"x",
        "00:00:01,000",
        "00:00:01.000",
        "12",
        "NOTEx",
        "STYLE1",
        "WEBVTT1",
        "<v",
        "<c.x>y",
        "<00:00:01.000>z",
        "&lt;x",
        "&#38;1",
        "\u0000x",
        "a\u0001b",
        "x\u0007",
        "a\u001fb",
        "a\u007fb",
        "a\u0085b",
        "\ufeffx",
        "a\u200eb",
        "\u202ex1",
        "\u2066y\u2069",
        "a\u00adb",
        "a\u200bb",
        "\ufffe1",
        "\ud800x",
        "x\udc00",
        "😀ok",
        "👩‍👩‍👧1",
        "🇺🇦x",
        "e\u0301\u0302\u0303t",
        "Z͑ͫ̓ͪ̂ͫ̽͏a",
        "мир",
        "Здравствуйте,",
        "שָׁלוֹם",
        "العربية،",
        "ελληνικά;",
        "日本語",
        "한국어",
        "ไทย",
        "ﬁne",
        "ǅ",
        "Straße",
        "ÅÄÖ",
        "Łódź",
        "İx",
        "naïve",
        "–1",
        "—x",
        "…x",
        "x…",
        "a/b",
        "C:\\temp",
        "http://x.y/?a=b&c=d",
        "supercalifragilisticexpialidocious"
    };
    private static final String[] NAMES = {
        "Ann",
        "Ann",
        "B. & Söhne",
        "<Guest>",
        "A:B",
        "O\"Neill",
        "x-->y",
        "Иван Петров",
        "משה",
        "عمر",
        "😀",
        "a\tb",
        "a\nb",
        "a,b",
        "{x}",
        "Speaker\\1",
        "  spaced  ",
        "a;b",
        "words",
        "Ann words",
        "–",
        "\u0001x",
        "=cmd()",
        "日本 太郎",
        "a\u202eb",
        "N".repeat(120),
        "\ud800"
    };

    private HostileTranscripts() {}

    /** The same for the same seed. */
    public static SyncedTranscript of(long seed) {
        return new Maker(new Random(seed)).make();
    }

    private static final class Maker {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private final List<Turn> turns = new ArrayList<>();
        private final List<StraySpeech> stray = new ArrayList<>();
        private double at;
        private double end = 1;

        Maker(Random random) {
            this.random = random;
        }

        SyncedTranscript make() {
            at = switch (random.nextInt(8)) {
                case 0 -> 10.5 * 3600;
                case 1 -> 101 * 3600;
                case 2 -> 0;
                default -> random.nextDouble() * 5;
            };
            int count = random.nextInt(10);
            String[] names = {name(), name(), name()};
            for (int t = 0; t < count; t++) {
                if (random.nextInt(4) == 0) {
                    unspoken();
                }
                turn(names[random.nextInt(names.length)]);
                if (random.nextInt(5) == 0) {
                    double length = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 4;
                    stray.add(new StraySpeech(
                            TimeSpan.ofSeconds(at, at + length),
                            random.nextBoolean() ? Optional.of(names[0]) : Optional.empty(),
                            random.nextBoolean()));
                    at += length;
                    end = Math.max(end, at);
                }
            }
            List<Recording> recordings = new ArrayList<>();
            if (random.nextInt(3) == 0) {
                recordings.add(recording("/tapes/side & \"a\" <1>.wav", end / 2));
                recordings.add(recording("C:\\tapes\\сторона б.mp3", end / 2 + 2));
            } else {
                recordings.add(recording("/tapes/side a;b.ogg", end + random.nextDouble()));
            }
            return new SyncedTranscript(
                    "en-us",
                    recordings,
                    new Transcript("text.txt", text.toString(), paragraphs, List.of(), List.of()),
                    turns,
                    stray,
                    List.of(),
                    new MatchQuality(0.5, 10, 0.5, 20));
        }

        private String name() {
            return NAMES[random.nextInt(NAMES.length)];
        }

        private static Recording recording(String path, double seconds) {
            return new Recording(path, "00", 2, Math.round(seconds * 1e6), "mono", false, OptionalDouble.empty());
        }

        private void unspoken() {
            int from = text.length();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                text.append(i == 0 ? "" : random.nextInt(5) == 0 ? "\r\n" : " ")
                        .append(WORDS[random.nextInt(WORDS.length)]);
            }
            ParagraphKind[] kinds = {
                ParagraphKind.HEADING, ParagraphKind.CAPTION, ParagraphKind.NOTE, ParagraphKind.OTHER
            };
            paragraphs.add(new Paragraph(
                    paragraphs.size() + 1,
                    new CharSpan(from, text.length()),
                    kinds[random.nextInt(kinds.length)],
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
            text.append("\n\n");
        }

        private void turn(String speaker) {
            int from = text.length();
            List<Word> words = new ArrayList<>();
            double before = at;
            if (random.nextInt(5) == 0) {
                // Two talk at once.
                at = Math.max(0, at - 3 * random.nextDouble());
            }
            boolean lost = random.nextInt(8) == 0;
            for (int i = 0; i < 1 + random.nextInt(25); i++) {
                String word = WORDS[random.nextInt(WORDS.length)];
                int place = text.length();
                text.append(word).append(random.nextInt(9) == 0 ? '\u00a0' : ' ');
                words.add(new Word("w" + place, word, new CharSpan(place, place + word.length()), timing(lost)));
            }
            paragraphs.add(new Paragraph(
                    paragraphs.size() + 1,
                    new CharSpan(from, text.length() - 1),
                    ParagraphKind.TURN,
                    Optional.of(speaker),
                    List.of(),
                    Optional.empty()));
            turns.add(new Turn(
                    "t" + from,
                    speaker,
                    paragraphs.size(),
                    false,
                    random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                    words));
            text.append('\n');
            at = Math.max(at, before);
        }

        private Timing timing(boolean lost) {
            if (lost || random.nextInt(8) == 0) {
                return Timing.UNALIGNED;
            }
            double start = at + (random.nextInt(15) == 0 ? 5 * random.nextDouble() : 0);
            double length = switch (random.nextInt(12)) {
                case 0 -> 0;
                case 1 -> 0.0004;
                case 2 -> 9 * random.nextDouble();
                default -> 0.05 + 0.5 * random.nextDouble();
            };
            at = start + length;
            end = Math.max(end, at);
            return new Timing.Timed(TimeSpan.ofSeconds(start, at), random.nextDouble(), Origin.ALIGNED);
        }
    }
}
