package org.tapescript.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.tapescript.align.TapeListener.Sighting;

/**
 * Of each keyword the sightings that fit best, at most {@value TapeListener#MAXIMUM_SIGHTINGS}, while a tape is listened to: of ten hours and
 * a few hundred keywords, all of them would be a gigabyte. Thread-safe; the order in which they come does not matter.
 */
final class BestSightings {
    /** The better ones first; of equal ones, those that are heard first. */
    private static final Comparator<Sighting> BETTER =
            Comparator.<Sighting>comparingDouble(s -> -s.score()).thenComparingInt(Sighting::frame);

    private final List<PriorityQueue<Sighting>> byKeyword;

    BestSightings(int keywords) {
        byKeyword = IntStream.range(0, keywords)
                .mapToObj(k -> new PriorityQueue<>(BETTER.reversed()))
                .toList();
    }

    synchronized void add(List<Sighting> sightings) {
        for (Sighting sighting : sightings) {
            PriorityQueue<Sighting> worstFirst = byKeyword.get(sighting.keyword());
            worstFirst.add(sighting);
            if (worstFirst.size() > TapeListener.MAXIMUM_SIGHTINGS) {
                worstFirst.remove();
            }
        }
    }

    /** Keyword by keyword, the better ones first. */
    synchronized List<Sighting> best() {
        List<Sighting> result = new ArrayList<>();
        byKeyword.forEach(found -> found.stream().sorted(BETTER).forEach(result::add));
        return result;
    }
}
