package org.tapescript.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTest {
    @Test
    void timesAreShownAsPreciselyAsAsked() {
        assertThat(Clock.brief(3723.9)).isEqualTo("1:02:03");
        assertThat(Clock.tenths(3723.96)).isEqualTo("01:02:04.0");
        assertThat(Clock.precise(123.4567, 4)).isEqualTo("2:03.4567");
        assertThat(Clock.precise(3723.5, 1)).isEqualTo("1:02:03.5");
    }
}
