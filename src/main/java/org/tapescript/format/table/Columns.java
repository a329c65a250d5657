package org.tapescript.format.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tapescript.domain.Reading;
import org.tapescript.domain.Remark;
import org.tapescript.domain.TimeSpan;
import org.tapescript.format.Parts;
import org.tapescript.format.TimedTurns;
import org.tapescript.format.TranscriptFault;
import org.tapescript.format.TranscriptFile;
import org.tapescript.format.UnreadableTranscriptException;
import org.tapescript.format.cue.CueTime;
import org.tapescript.format.timedjson.Units;

/** Which columns of a table hold speakers, times and what is said. */
final class Columns {
    private static final Properties NAMES = names();
    private static final double MOSTLY = 0.8;
    /** A column beside the text with so much of its letters says the same in another language. */
    private static final double AS_MUCH = 0.4;

    /** A time in brackets, and what somebody remarked behind it. */
    private static final Pattern REMARKED = Pattern.compile("(?s)[\\[(]([\\d:.,;]+)[\\])]\\s+\\S.*");

    private static final int MAX_NAME_LENGTH = 40;
    private static final int MAXIMUM_COLUMNS = 1000;
    private static final double SECONDS_A_WORD = 0.4;

    private final boolean header;
    private final int speaker;
    private final int start;
    private final int end;
    private final int length;
    private final int comment;
    private final int punctuation;
    private final List<Integer> texts;
    private final Reading reading;

    private Columns(boolean header, int[] roles, List<Integer> texts, Reading reading) {
        this.header = header;
        this.speaker = roles[0];
        this.start = roles[1];
        this.end = roles[2];
        this.length = roles[3];
        this.comment = roles[4];
        this.punctuation = roles[5];
        this.texts = texts;
        this.reading = reading;
    }

    private static Properties names() {
        Properties names = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Columns.class.getResourceAsStream("columns.properties")),
                StandardCharsets.UTF_8)) {
            names.load(in);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNamed(String heading, String role) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[_.\\-:/]+", " ")
                .replaceAll("\\([^)]*\\)|[^\\p{L}\\p{N} ]", "")
                .replaceAll(" +", " ")
                .strip()
                // Several states of one text may stand beside each other.
                .replaceFirst("^(?:raw|original|corrected|edited|cleaned|clean|final) (?=\\p{L})", "");
        return Arrays.asList(NAMES.getProperty(role).split("\\|")).contains(plain);
    }

    /** Whether what stands where names do says that a row is a remark. */
    static boolean isRemark(String speaker) {
        return isNamed(speaker, "comment");
    }

    /** Whether cells name the column of what is said, and another. */
    static boolean isHeader(String[] cells) {
        boolean text = Arrays.stream(cells).anyMatch(c -> c != null && isNamed(c, "text"));
        boolean other = Arrays.stream(cells)
                .anyMatch(c -> c != null && (isNamed(c, "speaker") || isNamed(c, "start") || isNamed(c, "end")));
        return text && other && !hasTimes(cells);
    }

    static boolean hasTimes(String[] cells) {
        return Arrays.stream(cells).anyMatch(Columns::isTime);
    }

    private static boolean isTime(String cell) {
        String bare = bare(from(cell));
        return bare.matches("(?:\\d{1,4}[:;])?\\d{1,3}[:;]\\d{1,2}(?:[.,:;]\\d{1,6})?|\\d{1,6}[.,]\\d{1,6}");
    }

    /** Where a range begins. */
    private static String from(String cell) {
        return cell == null ? "" : cell.replaceFirst("\\s+(?:-+>?|–|→|to)\\s+\\d[\\d:.,;]*\\s*$", "");
    }

    /** Where a range ends; nothing if it is none. */
    private static String until(String cell) {
        String from = from(cell);
        return from.equals(cell) ? "" : cell.substring(from.length()).replaceAll("[^\\d:.,;]", "");
    }

    private static boolean isNumber(String cell) {
        return isTime(cell) || bare(cell).matches("\\d{1,9}");
    }

    private static String bare(String cell) {
        Matcher remark = REMARKED.matcher(cell == null ? "" : cell.strip());
        return cell == null
                ? ""
                : (remark.matches() ? remark.group(1) : cell.strip())
                        .replaceAll("^(?:[\\[(<#]+|0 days )|[\\])>#]+$|\\s*s$", "");
    }

    static Columns of(TranscriptFile file, List<String[]> rows) throws UnreadableTranscriptException {
        int width = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        if (width > MAXIMUM_COLUMNS) {
            throw file.unreadable(TranscriptFault.MANY_COLUMNS, width);
        }
        String[] first = rows.get(0);
        boolean named = IntStream.range(0, first.length)
                .anyMatch(c -> List.of("speaker", "text", "start", "end", "length", "aside").stream()
                        .anyMatch(role -> isNamed(first[c], role)));
        boolean header = rows.size() > 1 && named && !hasTimes(first);
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < width; c++) {
            String name = header && c < first.length ? first[c].strip() : "";
            names.add(!name.isEmpty() && seen.add(name) ? name : String.valueOf(c + 1));
        }
        return new Finder(file, rows.subList(header ? 1 : 0, rows.size()), header, names).columns();
    }

    boolean hasHeader() {
        return header;
    }

    Reading reading() {
        return reading;
    }

    String speaker(String[] row) {
        return cell(row, speaker).strip().replaceAll("\\s*[:：]$", "");
    }

    String text(String[] row) {
        String text = texts.stream()
                .map(c -> CellText.of(cell(row, c)))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(" "));
        return text.isBlank() ? "" : text + cell(row, punctuation).strip();
    }

    /** What is noted of a row. */
    List<String> comments(String[] row) {
        return Arrays.stream(cell(row, comment).split(Pattern.quote(Remark.BETWEEN)))
                .filter(c -> !c.isBlank())
                .toList();
    }

    private static String cell(String[] row, int column) {
        return column >= 0 && column < row.length && row[column] != null ? row[column] : "";
    }

    Units units(List<String[]> rows) {
        long words = 0;
        double last = 0;
        for (String[] row : rows) {
            String from = bare(from(cell(row, start)));
            if (!from.isEmpty() && !from.matches("\\d{1,9}")) {
                return Units.SECONDS;
            }
            words += text(row).strip().split("(?U)\\s+").length;
            last = Math.max(last, from.isEmpty() ? 0 : Double.parseDouble(from));
        }
        return Units.of(words, last);
    }

    /** When each row is said: until the next begins, if the table does not say. */
    List<Optional<TimeSpan>> times(List<String[]> rows, Units units) {
        List<OptionalDouble> starts = SheetTimes.mended(
                rows.stream().map(r -> bare(from(cell(r, start)))).toList(),
                rows.stream().map(r -> seconds(cell(r, start), units)).toList());
        List<Optional<TimeSpan>> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            OptionalDouble from = starts.get(i);
            if (from.isEmpty()) {
                result.add(Optional.empty());
                continue;
            }
            String ends = end < 0 ? until(cell(rows.get(i), start)) : cell(rows.get(i), end);
            OptionalDouble to = seconds(ends, units);
            OptionalDouble lasts = seconds(cell(rows.get(i), length), units);
            // For the last row this is not known.
            double guess = from.getAsDouble()
                    + SECONDS_A_WORD * text(rows.get(i)).strip().split("(?U)\\s+").length;
            double next = i + 1 < rows.size() ? starts.get(i + 1).orElse(guess) : guess;
            double until = to.orElse(lasts.isPresent() ? from.getAsDouble() + lasts.getAsDouble() : next);
            result.add(TimedTurns.span(from.getAsDouble(), Math.max(from.getAsDouble(), until)));
        }
        return result;
    }

    private static OptionalDouble seconds(String cell, Units units) {
        String bare = bare(from(cell));
        if (bare.matches("\\d{1,9}")) {
            return OptionalDouble.of(units.seconds(Double.parseDouble(bare)));
        }
        return isTime(cell) ? CueTime.seconds(bare) : OptionalDouble.empty();
    }

    /** Looks for columns by their headings first, then by what stands in them. */
    private static final class Finder {
        private final TranscriptFile file;
        private final List<String[]> rows;
        private final boolean header;
        private final List<String> names;
        private final Set<Integer> taken = new LinkedHashSet<>();

        Finder(TranscriptFile file, List<String[]> rows, boolean header, List<String> names) {
            this.file = file;
            this.rows = rows;
            this.header = header;
            this.names = names;
        }

        Columns columns() throws UnreadableTranscriptException {
            int[] roles = {
                named("speaker"), named("start"), named("end"), named("length"), named("comment"), named("punctuation")
            };
            if (!header) {
                roles[1] = firstOf(Columns::isTime, 0);
                roles[1] = roles[1] < 0 && rows.size() > 1 ? firstOf(Columns::isNumber, 0) : roles[1];
                roles[2] =
                        roles[1] < 0 ? -1 : firstOf(roles[1] >= 0 ? Columns::isNumber : Columns::isTime, roles[1] + 1);
            }
            List<Integer> texts = texts();
            if (texts.isEmpty()) {
                throw file.unreadable(TranscriptFault.NO_TEXT_COLUMN, String.join(", ", names));
            }
            if (roles[0] < 0) {
                roles[0] = speakers(texts);
                texts.remove((Integer) roles[0]);
            }
            List<String> all = texts.stream().map(names::get).toList();
            String best = names.get(texts.stream()
                    .filter(c -> header && isNamed(names.get(c), "text"))
                    .findFirst()
                    .orElse(texts.get(0)));
            List<String> wanted = file.options().columns();
            Parts parts =
                    Parts.of(file, Reading.Part.COLUMN, wanted, wanted.isEmpty() ? all : names, List.of(best), true);
            List<Integer> chosen = parts.chosen().stream().map(names::indexOf).toList();
            return new Columns(header, roles, chosen, parts.reading());
        }

        private int named(String role) {
            for (int c = 0; header && c < names.size(); c++) {
                if (!taken.contains(c) && isNamed(names.get(c), role)) {
                    taken.add(c);
                    return c;
                }
            }
            return -1;
        }

        private int firstOf(java.util.function.Predicate<String> kind, int from) {
            for (int c = from; c < names.size(); c++) {
                int column = c;
                List<String> cells = filled(column);
                long fits = cells.stream().filter(kind).count();
                if (!taken.contains(c) && !cells.isEmpty() && fits >= MOSTLY * cells.size()) {
                    taken.add(c);
                    return c;
                }
            }
            return -1;
        }

        private List<String> filled(int column) {
            return rows.stream()
                    .map(r -> cell(r, column))
                    .filter(t -> !t.isBlank())
                    .toList();
        }

        private long letters(int column) {
            return rows.stream()
                    .mapToLong(r ->
                            cell(r, column).chars().filter(Character::isLetter).count())
                    .sum();
        }

        /** Whether a column says the same in row after row, as titles of recordings do. */
        private boolean repeats(int column) {
            List<String> cells = filled(column);
            return cells.stream().distinct().count() * 2 <= cells.size();
        }

        /** The longest columns that are free, the longest first where none is called text. */
        private List<Integer> texts() {
            List<Integer> free = IntStream.range(0, names.size())
                    .filter(c -> !taken.contains(c))
                    .filter(c -> !header || !isNamed(names.get(c), "aside") && !isNamed(names.get(c), "length"))
                    .boxed()
                    .toList();
            List<Integer> telling = free.stream().filter(c -> !repeats(c)).toList();
            free = telling.isEmpty() ? free : telling;
            long most = free.stream().mapToLong(this::letters).max().orElse(0);
            List<Integer> texts = new ArrayList<>(free.stream()
                    .filter(c -> letters(c) > 0)
                    .filter(c -> header && isNamed(names.get(c), "text") || letters(c) >= AS_MUCH * most)
                    .toList());
            // A number of each word, called "word", is not the word.
            texts.removeIf(c -> texts.size() > 1 && letters(c) < AS_MUCH * most);
            return texts;
        }

        /** A column of few short names that come again and again. */
        private int speakers(List<Integer> texts) {
            for (int c = 0; c < names.size(); c++) {
                List<String> cells = filled(c);
                long distinct = cells.stream().map(String::strip).distinct().count();
                boolean brief = cells.stream().allMatch(t -> t.strip().length() <= MAX_NAME_LENGTH);
                boolean free = !taken.contains(c) && (!header || !isNamed(names.get(c), "aside"));
                if (free
                        && (texts.size() > 1 || !texts.contains(c))
                        && brief
                        && !cells.isEmpty()
                        && distinct * 2 <= Math.max(2, cells.size())
                        && cells.stream().noneMatch(Columns::isNumber)) {
                    return c;
                }
            }
            return -1;
        }
    }
}
