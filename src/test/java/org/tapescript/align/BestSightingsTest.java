package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tapescript.align.TapeListener.Sighting;

class BestSightingsTest {
    @Test
    void theBestOfEachKeywordStayInWhateverOrderTheyCome() {
        Random random = new Random(1);
        List<Sighting> all = new ArrayList<>();
        for (int frame = 0; frame < 5000; frame++) {
            // Few different scores, so that many are equal.
            all.add(new Sighting(frame % 3, frame, random.nextInt(40)));
        }
        List<Sighting> expected = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            int keyword = k;
            all.stream()
                    .filter(s -> s.keyword() == keyword)
                    .sorted(Comparator.comparingDouble(s -> -s.score()))
                    .limit(TapeListener.MAXIMUM_SIGHTINGS)
                    .forEach(expected::add);
        }
        BestSightings best = new BestSightings(3);
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); from += 100) {
            best.add(all.subList(from, from + 100));
        }
        assertThat(best.best()).isEqualTo(expected);
    }
}
