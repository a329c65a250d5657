package org.tapescript.text.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which names refer to the same person, and which form to show. */
final class SpeakerNames {
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{1,12}) ?(\\d{1,4})");
    /** A legend before the interview: {@code IB = Ilse Brandt, interviewer}. */
    private static final Pattern LEGEND =
            Pattern.compile("^\\h*([\\p{L}\\d.]{1,12})\\h*(?:=|:|–|—|-)\\h*(\\p{Lu}[^\\n,;(=:]{2,50})(?:[,;(].*)?$");

    /** {@code Interviewee: Ilse Brandt (IB)}, {@code Interviewer: Jan Holt = JH}. */
    private static final Pattern SHORT_FORM = Pattern.compile(
            "^(?:[^\\n:]{1,30}:)?\\h*(\\p{Lu}[^\\n,;(=:]{2,50}?)\\h*(?:[(\\[=–—-]\\h*){1,2}((?:\\p{L}\\.?\\h?){1,6})[)\\]]?\\h*$");

    private static final Pattern SHORT = Pattern.compile("\\h*\\p{Lu}{2,4}\\h*");
    /** One of several in a line: {@code Ilse Brandt (IB), Jan Holt (JHT)}, or between bars. */
    private static final Pattern LISTED =
            Pattern.compile("(\\p{Lu}[^,;()=:|\\n]{2,50}?)\\h*(?:\\(|\\|\\h*)(\\p{Lu}{2,4})\\h*[)|]");

    private static final Set<String> LETTERS = Set.of("q", "a");
    private static final int MIN_SURNAME_LENGTH = 3;
    private static final Pattern POINTS = Pattern.compile("[.\\h]+");

    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final List<String> given;

    /**
     * @param names as they open turns, in order
     * @param given as the user spells them
     * @param before lines before the first turn, among which may be a legend
     */
    SpeakerNames(List<String> names, List<String> given, List<String> before) {
        this.given = given;
        Map<String, String> first = new LinkedHashMap<>();
        names.forEach(n -> first.putIfAbsent(key(n), n));
        given.forEach(n -> first.putIfAbsent(key(n), n));
        Map<String, String> legend = legend(before, first);
        Map<String, List<String>> byShort = new HashMap<>();
        for (String full : first.keySet()) {
            if (isOfSeveral(full, first.keySet())) {
                continue;
            }
            boolean letters = first.keySet().containsAll(LETTERS)
                    && !WordLists.of("roles").contains(full);
            for (String shortForm : shortForms(full)) {
                if (letters && LETTERS.contains(shortForm)) {
                    // Question and answer, not Quill and Abbott.
                    continue;
                }
                byShort.computeIfAbsent(shortForm, k -> new ArrayList<>()).add(full);
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        names.forEach(n -> counts.merge(key(n), 1, Integer::sum));
        first.forEach((key, name) -> {
            List<String> full = byShort.getOrDefault(key, List.of()).stream()
                    .filter(f -> !f.equals(key))
                    .toList();
            String person = full.size() == 1 ? first.get(full.get(0)) : name;
            shown.put(key, spelled(legend.getOrDefault(key, person)));
        });
        Misspelling misspelling = new Misspelling(counts);
        counts.forEach((key, count) -> misspelling
                .meant(key, count)
                .filter(m -> given.stream().noneMatch(g -> key(g).equals(key)))
                .ifPresent(meant -> {
                    misspelt.add(key);
                    shown.put(key, shown.get(meant));
                }));
    }

    /** Whether a name was taken for another that is spelled nearly like it. */
    boolean isMisspelt(String name) {
        return misspelt.contains(key(name));
    }

    /** Whether a name is a list of people who have names of their own, and so is none of them. */
    private static boolean isOfSeveral(String name, Set<String> names) {
        List<String> parts = Arrays.stream(name.split(",")).map(String::strip).toList();
        return parts.size() > 1
                && (parts.stream().filter(names::contains).count() > 1
                        || parts.stream().skip(1).anyMatch(p -> p.contains(" ") && names.contains(p)));
    }

    /** A name normalised for comparison: lower case, without full stops. */
    static String key(String name) {
        String lower = Emoji.without(name).toLowerCase(Locale.ROOT);
        boolean plain = true;
        for (int i = 0; i < lower.length() && plain; i++) {
            char c = lower.charAt(i);
            plain = Character.isLetterOrDigit(c)
                    || c == ' ' && i > 0 && i + 1 < lower.length() && lower.charAt(i - 1) != ' ';
        }
        return plain ? lower : POINTS.matcher(lower).replaceAll(" ").strip();
    }

    /** The name to show for the person a name refers to. */
    String of(String name) {
        return shown.getOrDefault(key(name), spelled(name));
    }

    /** The user's name for whoever is not named in the text. */
    Optional<String> other() {
        List<String> rest = given.stream().filter(n -> !shown.containsValue(n)).toList();
        return rest.size() == 1 ? Optional.of(rest.get(0)) : Optional.empty();
    }

    /** The user's own spelling of a name, if there is one. */
    private String spelled(String name) {
        return given.stream()
                .filter(n -> key(n).equals(key(name)) || shortForms(key(n)).contains(key(name)))
                .findFirst()
                .orElse(name);
    }

    /** Short forms by which a person introduced with a full name may appear later: first name, last name, initials. */
    static List<String> shortForms(String full) {
        String base = full.replaceAll("\\h*\\([^)]*\\)", "").replaceAll("[\"“”«»'‘’][^\"“”«»'‘’]+[\"“”«»'‘’]", " ");
        for (String word : base.split("[\\h]+")) {
            // A joint label for two people is neither of them.
            if (WordLists.of("conjunctions").contains(word)) {
                return List.of();
            }
        }
        int comma = base.indexOf(',');
        if (comma > 0) {
            String rest = base.substring(comma + 1).strip();
            boolean office = base.lastIndexOf(' ', comma) > 0
                    || WordLists.of("roles").contains(rest.split(" ")[0])
                    || rest.split(" ").length > 2;
            base = office ? base.substring(0, comma) : rest + " " + base.substring(0, comma);
        }
        String[] all = base.strip().split(" +");
        int from = all.length > 1 && WordLists.of("titles").contains(all[0]) ? 1 : 0;
        List<String> parts = List.of(all).subList(from, all.length);
        List<String> forms = new ArrayList<>();
        if (comma > 0) {
            forms.add(String.join(" ", parts));
        }
        if (from > 0) {
            forms.add(String.join(" ", parts));
            forms.add(initials(List.of(all)));
        }
        boolean role = WordLists.of("roles").contains(parts.get(0));
        if (parts.size() == 1 && (role || parts.get(0).length() >= MIN_SURNAME_LENGTH)) {
            // "Question" at first, or a surname, "Q" or its letter later.
            forms.add(initials(parts));
        }
        if (parts.size() < 2 || full.matches(".*\\d$") || role) {
            return forms;
        }
        String last = parts.get(parts.size() - 1);
        forms.add(last);
        forms.add(parts.get(0));
        forms.addAll(allInitials(String.join(" ", parts)));
        WordLists.of("titles").forEach(t -> forms.add(t + " " + last));
        return forms;
    }

    /** A name's initials, with and without points between them, with and without that of the name in the middle, as of a father. */
    static List<String> allInitials(String name) {
        List<String> parts = List.of(name.split(" +"));
        List<String> forms = new ArrayList<>();
        forms.add(initials(parts));
        if (parts.size() > 2) {
            forms.add(initials(List.of(parts.get(0), parts.get(parts.size() - 1))));
        }
        List.copyOf(forms).forEach(form -> forms.add(String.join(" ", form.split(""))));
        return forms;
    }

    static String initials(List<String> parts) {
        StringBuilder initials = new StringBuilder();
        parts.forEach(part -> initials.appendCodePoint(part.codePointAt(0)));
        return initials.toString();
    }

    private static boolean isFull(String name) {
        return name.indexOf(' ') > 0
                && NameForm.of(name).filter(f -> f == NameForm.TITLED).isPresent();
    }

    private static Map<String, String> legend(List<String> before, Map<String, String> names) {
        Map<String, String> legend = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            String line = before.get(i);
            // A table of people, name and letters beside each other, or letters and name.
            if (SHORT.matcher(line).matches() && names.containsKey(key(line))) {
                String above = i == 0 ? "" : before.get(i - 1).strip();
                String below = i + 1 == before.size() ? "" : before.get(i + 1).strip();
                boolean next = isFull(below) && shortForms(key(below)).contains(key(line));
                if (next || isFull(above)) {
                    legend.put(key(line), next ? below : above);
                }
            }
            Matcher m = LEGEND.matcher(line);
            if (m.matches()
                    && names.containsKey(key(m.group(1)))
                    && m.group(2).strip().contains(" ")) {
                String full = m.group(2).strip();
                boolean fits = shortForms(key(full)).contains(key(m.group(1)).replace(" ", "")) || line.contains("=");
                if (fits && NameForm.of(full).isPresent()) {
                    legend.put(key(m.group(1)), full);
                }
            }
            Matcher listed = LISTED.matcher(line);
            while (listed.find()) {
                if (names.containsKey(key(listed.group(2)))
                        && NameForm.of(listed.group(1)).isPresent()) {
                    legend.put(key(listed.group(2)), listed.group(1).strip());
                }
            }
            Matcher behind = SHORT_FORM.matcher(line);
            if (behind.matches()
                    && names.containsKey(key(behind.group(2)))
                    && NameForm.of(behind.group(1)).isPresent()) {
                legend.put(key(behind.group(2)), behind.group(1).strip());
            }
        }
        return legend;
    }

    /**
     * Strips numbers that merely count turns, as in {@code Q1, A1, Q2, A2}: each such name occurs once, and the numbers of each letter
     * increase.
     */
    static List<Mark> uncounted(List<Mark> marks) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (Mark mark : marks) {
            Matcher m = NUMBERED.matcher(mark.key());
            if (m.matches()) {
                numbers.computeIfAbsent(m.group(1), k -> new ArrayList<>()).add(Integer.parseInt(m.group(2)));
            }
        }
        numbers.entrySet().removeIf(e -> e.getValue().size() < 3 || !grows(e.getValue()));
        // Speakers 1, 2 and 3 who speak once each are three people; only questions and answers are numbered in
        // parallel.
        if (numbers.size() < 2) {
            return marks;
        }
        return marks.stream()
                .map(mark -> {
                    Matcher m = NUMBERED.matcher(mark.key());
                    return m.matches() && numbers.containsKey(m.group(1))
                            ? mark.withName(
                                    Optional.of(mark.name().orElseThrow().replaceAll("\\h*\\d+$", "")))
                            : mark;
                })
                .toList();
    }

    private static boolean grows(List<Integer> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                return false;
            }
        }
        return true;
    }
}
