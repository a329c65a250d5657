package org.tapescript.text.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tapescript.text.WordTokens;

/** The form of a possible speaker name; enough to accept it if it recurs where turns begin. */
enum NameForm {
    /** A role ("Interviewer 2"), a code ("SPEAKER_00", "I1") or a letter ("Q"). */
    ROLE(1.5),
    /** A title before a name in capitals, or "The" before an office: {@code Mr. HALDEN}. Nothing else has this form. */
    ADDRESS(1.6),
    /** All in capitals. */
    CAPITALS(1.3),
    /** Each word begins with a capital, but for particles. */
    TITLED(1),
    /** In a script without capitals. */
    CASELESS(1),
    /** A name with a description or office in ordinary words: {@code Ada Lind, chair of the board}, {@code Minister of works Ada Lind}. */
    DESCRIBED(0.8),
    /** Two words or three of which only the first has a capital: {@code De voorzitter}, {@code Phóng viên}. */
    PHRASE(0.7),
    /** One word or two in small letters. */
    SMALL(0.6);

    static final int MAX_LENGTH = 60;
    static final int MAX_WORDS = 7;
    private static final int MAX_CASELESS_LETTERS = 24;
    private static final int MAX_DESCRIBED_LENGTH = 100;
    private static final int MAX_DESCRIBED_WORDS = 10;
    private static final Pattern ALLOWED =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}\\h.'’‘`´_#&/+,\"“”„«»()\\-‐‑–·・•@?*№\\u200c\\u200d]+");
    private static final Pattern CODE =
            Pattern.compile("(?iU)\\p{L}{0,14}[_ #№\\-]{0,2}[#№]?\\d{1,4}|\\p{L}{1,14}[_#]\\w{1,10}");
    private static final Pattern BLANKS = Pattern.compile("\\h+");
    private static final Pattern DIVIDERS = Pattern.compile("[\\h/&,]+");
    private static final Pattern PART_OF_ROLE = Pattern.compile("[#№]?\\d{1,3}|the|and|\\p{L}");
    private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");
    /** What announces a list in Chinese or Japanese, and dates. */
    private static final Pattern AS_FOLLOWS = Pattern.compile("(?:如下|如次|以下|下記)$|^\\d{1,4}\\h?[年月日号號]");

    private static final Pattern HEBREW_ABBREVIATION = Pattern.compile("(?<=\\p{IsHebrew})\"(?=\\p{IsHebrew})");
    /**
     * What no name in Chinese or Japanese is, but a clause before a colon: a pronoun that goes on, many words around a particle, a verb
     * of saying or a particle at the end.
     */
    private static final Pattern CLAUSE = Pattern.compile("(?=.*\\p{IsHan}).*(?:^[我你您他她它咱][們们要想會会認认覺觉再就也還还是有在].+"
            + "|(?=.{12}).+的.+"
            + "|(?:認為|认为|以為|以为|認識到|认识到|強調|强调|指出|表示|表明|發現|发现|知道|覺得|觉得|看到|想到|提到|[我你他她人][說说]"
            + "|是|即|例如|譬如|比如|包括|如此|這樣|这样|[一二兩两三四五六幾几][點点]|です|ます|ました|でした|という|とは|には|は|が|を)$)");

    private static final Pattern SENTENCE = Pattern.compile("(?U)\\p{Ll}{3,}[.?]\\h");

    /** {@code Ann Holt, Parl. Secretary}. */
    private static final Pattern SHORT_OFFICE = Pattern.compile(",\\h\\p{Lu}\\p{Ll}{2,5}\\.\\h(?=\\p{Lu})");

    /** A family name in capitals, as some countries write it among other words. */
    private static final Pattern FAMILY_NAME = Pattern.compile("(?U)\\b\\p{Lu}[\\p{Lu}'’-]{2,}\\b");

    private static final Pattern OFFICE =
            Pattern.compile("(?U)\\p{Lu}\\w+(?:\\h[\\w-]+){1,5}(?:\\h\\p{Lu}[\\p{L}'’-]+){2}");

    final double weight;

    NameForm(double weight) {
        this.weight = weight;
    }

    /** Whether hardly anything but a name has this form. */
    boolean isTelling() {
        return this == ROLE || this == ADDRESS || this == CAPITALS;
    }

    /** Whether it is written as a person's name is, word by word. */
    boolean isWrittenInFull() {
        return this == TITLED || this == CAPITALS;
    }

    /** Whether it may be a name though nothing else says so; words that a sentence may begin with must recur. */
    boolean standsAlone() {
        return this != SMALL && this != PHRASE && this != DESCRIBED;
    }

    /** The form, or nothing if it cannot be a name. */
    static Optional<NameForm> of(String name) {
        String text = Emoji.without(name.strip());
        Optional<NameForm> plain = plain(text);
        return plain.isPresent() ? plain : described(text);
    }

    /** A name before a comma and what its bearer is, or an office in front of a name. */
    private static Optional<NameForm> described(String text) {
        // A shortened office is followed by those whom its bearer serves.
        int times = SHORT_OFFICE.matcher(text).find() ? 2 : 1;
        if (text.length() > times * MAX_DESCRIBED_LENGTH
                || !isBalanced(text)
                || blanks(text) >= times * MAX_DESCRIBED_WORDS
                || !ALLOWED.matcher(text).matches()
                || text.indexOf('?') >= 0
                || SENTENCE.matcher(SHORT_OFFICE.matcher(text).replaceFirst(", "))
                        .find()) {
            return Optional.empty();
        }
        int comma = text.indexOf(',');
        if (Character.isLowerCase(text.codePointAt(0))) {
            return Optional.empty();
        }
        String before = comma < 0 ? "" : text.substring(0, comma).strip();
        if (before.indexOf(' ') > 0
                && plain(before).filter(NameForm::isWrittenInFull).isPresent()) {
            return Optional.of(FAMILY_NAME.matcher(before).find() ? TITLED : DESCRIBED);
        }
        return comma < 0 && OFFICE.matcher(text).matches() ? Optional.of(DESCRIBED) : Optional.empty();
    }

    private static Optional<NameForm> plain(String text) {
        if (text.length() > MAX_LENGTH || text.isEmpty() || blanks(text) >= MAX_WORDS) {
            return Optional.empty();
        }
        int letters = (int) text.codePoints().filter(Character::isLetter).count();
        if (letters == 0
                || text.length() > MAX_LENGTH
                || !ALLOWED.matcher(text).matches()
                || !isBalanced(text)
                || SENTENCE.matcher(withoutTitle(text)).find()
                || text.indexOf('?') >= 0 && text.length() > 3) {
            return Optional.empty();
        }
        String[] words = BLANKS.split(text);
        if (words.length > MAX_WORDS
                || words.length > 1 && YEAR.matcher(words[words.length - 1]).matches()
                || isHeading(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (isRole(text, words)) {
            return Optional.of(
                    text.matches("(?:The|THE) .*") && words[1].equals(words[1].toUpperCase(Locale.ROOT))
                            ? ADDRESS
                            : ROLE);
        }
        boolean cased = text.codePoints()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c));
        if (!cased) {
            return letters <= MAX_CASELESS_LETTERS
                            && words.length <= 4
                            && !CLAUSE.matcher(text).find()
                    ? Optional.of(CASELESS)
                    : Optional.empty();
        }
        String bare = withoutTitle(text);
        boolean capitals =
                bare.equals(bare.toUpperCase(Locale.ROOT)) && bare.codePoints().anyMatch(Character::isLetter);
        if (capitals
                && !bare.equals(text)
                && bare.length() > 2
                && !text.startsWith("The ")
                && !text.startsWith("the ")) {
            return Optional.of(ADDRESS);
        }
        if (capitals || text.equals(text.toUpperCase(Locale.ROOT))) {
            return Optional.of(CAPITALS);
        }
        if (titled(words)) {
            return Optional.of(TITLED);
        }
        return small(words) ? Optional.of(SMALL) : phrase(words) ? Optional.of(PHRASE) : Optional.empty();
    }

    /** Whether every bracket and quotation is closed that is opened, and none that is not. */
    private static boolean isBalanced(String text) {
        int open = 0;
        for (int i = 0; i < text.length() && open >= 0; i++) {
            char c = text.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        // Hebrew sets the sign before the last letter of an abbreviation.
        return open == 0
                && HEBREW_ABBREVIATION
                                        .matcher(text)
                                        .replaceAll("")
                                        .chars()
                                        .filter(c -> c == '"')
                                        .count()
                                % 2
                        == 0;
    }

    private static int blanks(String text) {
        int blanks = 0;
        for (int i = 1; i < text.length(); i++) {
            blanks += WordTokens.isSpace(text.charAt(i)) && !WordTokens.isSpace(text.charAt(i - 1)) ? 1 : 0;
        }
        return blanks;
    }

    /** "Note", "Chapter 2", "Part two", "第二章". */
    private static boolean isHeading(String text) {
        Set<String> words = WordLists.of("not-names");
        String[] parts = BLANKS.split(text);
        boolean counted = parts.length == 2
                && (parts[1].matches("\\d{1,3}|[ivxl]{1,6}|\\p{L}")
                        || WordLists.of("numbers").contains(parts[1]));
        return words.contains(text)
                || counted && WordLists.of("divisions").contains(parts[0])
                || AS_FOLLOWS.matcher(text).find()
                || text.startsWith("第") && text.matches("第[\\d一二三四五六七八九十百]{1,4}[章节節回部]");
    }

    private static boolean isRole(String text, String[] words) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (WordLists.of("crowds").contains(lower)) {
            return true;
        }
        boolean roles = true;
        String[] parts = DIVIDERS.split(lower);
        for (String word : parts) {
            roles = roles
                    && (WordLists.of("roles").contains(word)
                            || word.length() <= 4 && PART_OF_ROLE.matcher(word).matches());
        }
        String first = parts[0];
        if (words.length == 2
                && Character.isUpperCase(text.codePointAt(0))
                && WordLists.of("roles").contains(first)
                && !Set.of("all", "both").contains(first)
                && words[1].matches("\\p{Ll}{4,}")) {
            // "Audience member", as a name is not written.
            return true;
        }
        return words.length <= 4
                        && roles
                        && lower.codePoints().anyMatch(Character::isLetter)
                        && !Set.of("the", "and", "a", "an").contains(lower)
                || CODE.matcher(text).matches() && !lower.matches("\\p{L}+\\h\\d+");
    }

    /** Without "Mr." or "The", which are not in capitals where the rest is. */
    static String withoutTitle(String name) {
        String bare = name;
        String[] parts = BLANKS.split(name, 2);
        while (parts.length == 2
                && WordLists.of("titles")
                        .contains(parts[0].toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))) {
            bare = parts[1];
            parts = BLANKS.split(bare, 2);
        }
        return bare;
    }

    private static boolean titled(String[] words) {
        if (WordLists.of("never-first").contains(words[0])) {
            return false;
        }
        boolean any = false;
        for (String word : words) {
            int first = word.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .findFirst()
                    .orElse('.');
            boolean capital = Character.isUpperCase(first) || Character.isTitleCase(first);
            boolean plain = capital
                    || Character.isDigit(first)
                    || !Character.isLetter(first)
                    || !Character.isLowerCase(first)
                    || WordLists.of("particles").contains(word.toLowerCase(Locale.ROOT))
                    || WordLists.of("roles").contains(word.toLowerCase(Locale.ROOT));
            if (!plain) {
                return false;
            }
            any |= capital;
        }
        return any;
    }

    private static boolean phrase(String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].matches(
                    i == 0 ? "\\p{Lu}[\\p{L}\\p{M}'’-]*" : "[\\p{Ll}\\p{M}][\\p{L}\\p{M}'’-]*|\\d{1,3}")) {
                return false;
            }
        }
        return words.length == 2 || words.length == 3;
    }

    private static boolean small(String[] words) {
        for (String word : words) {
            if (!word.matches("[\\p{Ll}\\p{M}][\\p{L}\\p{M}'’.\\-]*|\\d{1,3}")) {
                return false;
            }
        }
        return words.length <= 2;
    }
}
