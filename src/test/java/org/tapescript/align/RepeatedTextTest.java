package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedTextTest {
    /** Words by one phone each: a passage of three that is said twice, and a word between. */
    private final RepeatedText text = new RepeatedText(Stream.of(1, 2, 3, 4, 1, 2, 3)
            .map(phone -> List.of(new Pronunciation(new int[] {phone}, 0)))
            .toList());

    @Test
    void whatIsSaidTwiceHasTwoCopies() {
        assertThat(text.copies(0, 2, 0, 7)).containsExactly(0, 4);
        assertThat(text.copies(4, 6, 0, 7)).containsExactly(0, 4);
        assertThat(text.copies(1, 1, 0, 7)).containsExactly(1, 5);
    }

    @Test
    void whatIsSaidOnceIsItsOnlyCopy() {
        assertThat(text.copies(0, 3, 0, 7)).containsExactly(0);
        assertThat(text.copies(2, 4, 0, 7)).containsExactly(2);
    }

    @Test
    void whatLiesOutsideDoesNotCount() {
        assertThat(text.copies(0, 2, 0, 6)).containsExactly(0);
        assertThat(text.copies(4, 6, 1, 7)).containsExactly(4);
    }
}
