package org.tapescript.format;

import java.util.Collection;
import java.util.List;
import org.tapescript.domain.Doubt;
import org.tapescript.domain.DoubtCode;
import org.tapescript.domain.Reading;

/**
 * Parts of a file of which some hold what is said: those that the user named, or else those that were found.
 *
 * @param all by name, in the order of the file
 * @param chosen of them
 * @param reading tells what was chosen, and what is doubtful about that
 */
public record Parts(List<String> all, List<String> chosen, Reading reading) {
    /** Tracks that say the same, each in a language: the first, unless the user chose another. */
    public static Parts tiers(TranscriptFile file, Collection<String> all) throws UnreadableTranscriptException {
        return of(
                file,
                Reading.Part.TIER,
                file.options().tiers(),
                all,
                all.stream().limit(1).toList(),
                true);
    }

    /**
     * @param wanted by the user, by name or number from 1; none if nothing was named
     * @param found what is taken then
     * @param same whether those left out seem to say the same as those taken
     * @throws UnreadableTranscriptException if what the user wants is not there
     */
    public static Parts of(
            TranscriptFile file,
            Reading.Part part,
            List<String> wanted,
            Collection<String> all,
            List<String> found,
            boolean same)
            throws UnreadableTranscriptException {
        List<String> names = List.copyOf(all);
        List<String> chosen = found;
        if (!wanted.isEmpty()) {
            chosen = new java.util.ArrayList<>();
            for (String name : wanted) {
                chosen.add(named(file, part, name, names));
            }
        }
        List<String> taken = List.copyOf(chosen);
        List<String> left = names.stream().filter(n -> !taken.contains(n)).toList();
        List<Doubt> doubts = List.of();
        if (wanted.isEmpty() && !left.isEmpty()) {
            doubts = List.of(
                    same
                            ? new Doubt(
                                    1,
                                    DoubtCode.TWO_LANGUAGES,
                                    List.of(String.join(", ", names), String.join(", ", taken)),
                                    0.5)
                            : new Doubt(1, DoubtCode.PART_LEFT_OUT, List.of(String.join(", ", left)), 0.2));
        }
        Reading.Choice choice = new Reading.Choice(part, names, taken);
        return new Parts(
                names,
                taken,
                new Reading("", names.size() > 1 || !wanted.isEmpty() ? List.of(choice) : List.of(), doubts));
    }

    private static String named(TranscriptFile file, Reading.Part part, String wanted, List<String> all)
            throws UnreadableTranscriptException {
        for (String name : all) {
            if (name.strip().equalsIgnoreCase(wanted.strip())) {
                return name;
            }
        }
        if (wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= all.size()) {
            return all.get(Integer.parseInt(wanted) - 1);
        }
        throw file.unreadable(
                part == Reading.Part.TIER ? TranscriptFault.NO_TIER : TranscriptFault.NO_COLUMN,
                wanted,
                String.join(", ", all));
    }

    /** The first part that was chosen; an empty name if there is none. */
    public String first() {
        return chosen.isEmpty() ? "" : chosen.get(0);
    }
}
