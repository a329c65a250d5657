package org.tapescript.text.speech;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they are said, in any language that ICU can spell. Not thread-safe, as ICU's formats are not. */
final class NumberForms {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<sign>[-\u2212+])?(?<currency>[$£€¥₽])?(?<whole>\\d{1,3}(?:[,\\h]\\d{3})+|\\d+)(?:[.,](?<decimals>\\d+))?"
                    + "(?<tail>%|‰|st|nd|rd|th|s|'s|k|m|bn|am|pm|a\\.m|p\\.m|[$£€¥₽]|°)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{2})(am|pm|a\\.m|p\\.m)?");
    private static final Pattern DECADE = Pattern.compile("'?(\\d{2})'?s");
    private static final Map<String, List<String>> CURRENCIES = Map.of(
            "$", List.of("dollar", "dollars"),
            "£", List.of("pound", "pounds"),
            "€", List.of("euro", "euros"),
            "¥", List.of("yen", "yen"),
            "₽", List.of("ruble", "rubles"));
    private static final long FIRST_YEAR = 1100;
    private static final long LAST_YEAR = 2099;
    private static final long MAX_NUMBER = 999_999_999_999L;

    /** Of a language's ordinals, by gender and case, so many are offered. */
    private static final int MAXIMUM_ORDINALS = 3;

    private final RuleBasedNumberFormat spell;
    private final Set<String> rules;

    NumberForms(Locale locale) {
        spell = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        rules = Set.of(spell.getRuleSetNames());
    }

    private List<String> spelled(long value, String rule) {
        String text = rules.contains(rule) ? spell.format(value, rule) : spell.format(value);
        return Arrays.stream(text.toLowerCase(Locale.ROOT).replace("\u00ad", "").split("[\\s\\h-]+"))
                .map(w -> w.replaceAll("[^\\p{L}\\p{M}']", ""))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    List<String> cardinal(long value) {
        return spelled(value, "%spellout-numbering");
    }

    List<String> ordinal(long value) {
        return spelled(value, "%spellout-ordinal");
    }

    /** Ordinals of all genders, a few of them. */
    private List<List<String>> ordinals(long value) {
        return rules.stream()
                .filter(r -> r.startsWith("%spellout-ordinal"))
                .sorted()
                .limit(MAXIMUM_ORDINALS)
                .map(r -> spelled(value, r))
                .distinct()
                .toList();
    }

    private List<String> year(long value) {
        return spelled(value, "%spellout-numbering-year");
    }

    private List<String> digits(String text) {
        List<String> result = new ArrayList<>();
        text.chars().filter(Character::isDigit).forEach(c -> result.addAll(cardinal(c - '0')));
        return result;
    }

    /** Ways to say a bare run of digits. */
    List<List<String>> cardinalOrYear(String text) {
        Set<List<String>> ways = new LinkedHashSet<>();
        if (text.length() > 12) {
            return List.of(digits(text));
        }
        long value = Long.parseLong(text);
        if (text.startsWith("0") && text.length() > 1) {
            ways.add(digits(text));
        }
        if (text.length() == 4 && value >= FIRST_YEAR && value <= LAST_YEAR) {
            ways.add(year(value));
            if (value > 2000) {
                ways.add(join(cardinal(value / 100), cardinal(value % 100)));
                ways.add(spelled(value, "%spellout-cardinal-verbose"));
            }
        }
        ways.add(cardinal(value));
        if (value > 100) {
            ways.add(spelled(value, "%spellout-cardinal-verbose"));
        }
        if (text.length() == 3 && value % 100 > 9) {
            ways.add(join(cardinal(value / 100), cardinal(value % 100)));
        }
        if (text.length() >= 3 && text.length() <= 5) {
            ways.add(digits(text));
        }
        return List.copyOf(ways);
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    /** Ways to say a token that is a number with what belongs to it; empty if it is none. */
    List<List<String>> read(String raw, boolean english) {
        String text = raw.toLowerCase(Locale.ROOT)
                .replaceAll("^[\\p{Ps}\\p{Pi}\"'«»#~]+(?=[^'])", raw.matches("^'\\d\\d.*") ? "'" : "")
                .replaceAll("[\\p{Pe}\\p{Pf}\"»,;:!?…]+$", "")
                .replaceAll("(?<=\\d)\\.+$", "");
        Matcher time = TIME.matcher(text);
        if (english && time.matches() && text.contains(":")) {
            return time(time);
        }
        Matcher decade = DECADE.matcher(text);
        if (english && decade.matches() && Integer.parseInt(decade.group(1)) % 10 == 0) {
            return List.of(plural(cardinal(Integer.parseInt(decade.group(1)))));
        }
        Matcher m = NUMBER.matcher(text);
        if (!m.matches()) {
            return List.of();
        }
        String whole = m.group("whole").replaceAll("[,\\h]", "");
        if (whole.length() > 12 || Long.parseLong(whole) > MAX_NUMBER) {
            return List.of(digits(whole));
        }
        List<List<String>> ways = new ArrayList<>();
        if (!english && raw.endsWith(".")) {
            // Many languages write ordinals so; else it is the end of a sentence.
            ordinals(Long.parseLong(whole)).forEach(ways::add);
        }
        String tail = m.group("tail") == null ? "" : m.group("tail");
        String decimals = m.group("decimals");
        List<List<String>> bare = whole.equals(m.group("whole"))
                ? cardinalOrYear(whole)
                : List.of(
                        cardinal(Long.parseLong(whole)), spelled(Long.parseLong(whole), "%spellout-cardinal-verbose"));
        if (decimals != null) {
            bare = List.of(join(cardinal(Long.parseLong(whole)), List.of(english ? "point" : ","), digits(decimals)));
        }
        String currency = m.group("currency") != null ? m.group("currency") : CURRENCIES.containsKey(tail) ? tail : "";
        for (List<String> way : bare) {
            ways.addAll(withTail(way, whole, decimals, tail, currency, english));
        }
        if (m.group("sign") != null && english && !m.group("sign").equals("+")) {
            ways.replaceAll(w -> join(List.of("minus"), w));
        }
        return ways;
    }

    private List<List<String>> withTail(
            List<String> way, String whole, String decimals, String tail, String currency, boolean english) {
        if (!english) {
            String symbol = currency.isEmpty() ? tail : currency;
            // Whoever reads the language's words knows how its signs are read.
            return symbol.isEmpty() ? List.of(way) : List.of(join(way, List.of(symbol)), way);
        }
        if (!currency.isEmpty()) {
            List<String> unit = CURRENCIES.get(currency);
            List<String> one = List.of(unit.get(whole.equals("1") && decimals == null ? 0 : 1));
            List<List<String>> result = new ArrayList<>(List.of(join(way, one), way));
            if (decimals != null && decimals.length() == 2) {
                List<String> amount = cardinal(Long.parseLong(whole));
                List<String> cents = cardinal(Long.parseLong(decimals));
                result.add(join(amount, one, cents));
                result.add(join(amount, one, List.of("and"), cents, List.of("cents")));
            }
            return result;
        }
        return switch (tail) {
            case "%" -> List.of(join(way, List.of("percent")));
            case "‰" -> List.of(join(way, List.of("per", "mille")));
            case "°" -> List.of(join(way, List.of("degrees")), way);
            case "st", "nd", "rd", "th" -> List.of(ordinal(Long.parseLong(whole)));
            case "s", "'s" -> List.of(plural(way));
            case "k" -> List.of(join(way, List.of("thousand")), join(way, List.of("k")));
            case "m" -> List.of(join(way, List.of("million")), join(way, List.of("meters")));
            case "bn" -> List.of(join(way, List.of("billion")));
            case "am", "pm", "a.m", "p.m" -> List.of(join(way, List.of(tail.startsWith("a") ? "/EY" : "p", "m")));
            default -> List.of(way);
        };
    }

    private List<List<String>> time(Matcher m) {
        int hour = Integer.parseInt(m.group(1));
        int minute = Integer.parseInt(m.group(2));
        List<String> half = m.group(3) == null ? List.of() : List.of(m.group(3).startsWith("a") ? "/EY" : "p", "m");
        if (minute == 0) {
            return half.isEmpty()
                    ? List.of(
                            join(cardinal(hour), List.of("o'clock")),
                            cardinal(hour),
                            join(cardinal(hour), List.of("hundred")))
                    : List.of(join(cardinal(hour), half));
        }
        List<String> minutes = minute < 10 ? join(List.of("oh"), cardinal(minute)) : cardinal(minute);
        return List.of(join(cardinal(hour), minutes, half));
    }

    private static List<String> plural(List<String> words) {
        List<String> result = new ArrayList<>(words);
        String last = result.remove(result.size() - 1);
        result.add(
                last.endsWith("y")
                        ? last.substring(0, last.length() - 1) + "ies"
                        : last + (last.endsWith("x") ? "es" : "s"));
        return result;
    }
}
