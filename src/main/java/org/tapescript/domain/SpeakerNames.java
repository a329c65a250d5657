package org.tapescript.domain;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of speakers as people type them: case, blanks and Unicode form tell nobody apart. */
public final class SpeakerNames {
    /** Whoever asks, where the text has no name. */
    public static final String INTERVIEWER = "Interviewer";
    /** Whoever answers, where the text has no name. */
    public static final String GUEST = "Guest";

    private static final String NUMBERED = "Speaker ";
    private static final Pattern ASSUMED = Pattern.compile(INTERVIEWER + "|" + GUEST + "|" + NUMBERED + "\\d+");

    /** No-break spaces are blanks too; marks of direction and joiners of no width are not seen. */
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

    private SpeakerNames() {}

    /** Who speaks: in turns, and where the text lacks what is said; each once, in the order in which they come. */
    public static List<String> of(SyncedTranscript transcript) {
        Set<String> names = new LinkedHashSet<>();
        transcript.turns().forEach(t -> names.add(t.speaker()));
        transcript.untranscribed().forEach(s -> s.speaker().ifPresent(names::add));
        return List.copyOf(names);
    }

    /** The name of somebody for whom the text has none. @param number from 1 */
    public static String numbered(int number) {
        return NUMBERED + number;
    }

    /** Whether it is a name of those that are given where the text has none. */
    public static boolean isAssumed(String name) {
        return ASSUMED.matcher(name).matches();
    }

    /** A typed name as it is kept: composed, with single blanks and none around it. */
    public static String tidy(String typed) {
        return BLANKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The name among others that a typed one means: just so, else with other case, blanks or Unicode form. */
    public static Optional<String> meant(Collection<String> names, String typed) {
        if (names.contains(typed)) {
            return Optional.of(typed);
        }
        String key = key(typed);
        return names.stream().filter(n -> key(n).equals(key)).findFirst();
    }

    /** The name among others that a typed one means, or that of somebody new. */
    public static String meantOrNew(Collection<String> names, String typed) {
        return meant(names, typed).orElseGet(() -> tidy(typed));
    }

    /** Upper case first, in which both letters of a German or Greek pair are the same. */
    private static String key(String name) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        return tidy(plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
