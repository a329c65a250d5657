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
    void whatIsSaidTwiceIsElsewhere() {
        assertThat(text.isElsewhere(0, 2, 0, 7)).isTrue();
        assertThat(text.isElsewhere(4, 6, 0, 7)).isTrue();
        assertThat(text.isElsewhere(1, 1, 0, 7)).isTrue();
    }

    @Test
    void whatIsSaidOnceIsNot() {
        assertThat(text.isElsewhere(0, 3, 0, 7)).isFalse();
        assertThat(text.isElsewhere(2, 4, 0, 7)).isFalse();
    }

    @Test
    void whatLiesOutsideDoesNotCount() {
        assertThat(text.isElsewhere(0, 2, 0, 6)).isFalse();
        assertThat(text.isElsewhere(4, 6, 1, 7)).isFalse();
    }
}
