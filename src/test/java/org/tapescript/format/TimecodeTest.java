package org.tapescript.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {
    /** Known pairs: drop-frame leaves out ;00 and ;01 of each minute but each tenth, and keeps the time of day. */
    @ParameterizedTest
    @CsvSource({
        "0,00:00:00;00",
        "1799,00:00:59;29",
        "1800,00:01:00;02",
        "17981,00:09:59;29",
        "17982,00:10:00;00",
        "107892,01:00:00;00",
        "2589408,24:00:00;00"
    })
    void dropFrameKeepsTheTimeOfDay(long frame, String code) {
        assertThat(Timecode.of(frame, 30 / 1.001, true)).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({"0,25,00:00:00:00", "90000,25,01:00:00:00", "1800,29.97,00:01:00:00", "24,23.976,00:00:01:00"})
    void otherCodesCountFrames(long frame, double rate, String code) {
        assertThat(Timecode.of(frame, rate, false)).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({
        "36000,29.97,true",
        "3600,29.97,true",
        "36000,29.97,false",
        "3600,23.976,false",
        "4321,59.94,true",
        "3660,29.97,true",
        "3600,25,false"
    })
    void aWholeSecondHasItsFrame(long second, double rate, boolean drop) {
        Timecode code = Timecode.of(Timecode.frame(second, rate, drop), rate, drop);
        assertThat(code.hours() * 3600 + code.minutes() * 60 + code.seconds()).isEqualTo((int) second);
        // Numbers that are left out: the next one there is.
        assertThat(code.frames())
                .isEqualTo(drop && second % 60 == 0 && second / 60 % 10 != 0 ? (int) Math.round(rate) / 15 : 0);
    }

    @Test
    void noDropFrameNumberIsUsedTwiceOrLeftOutWrongly() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        for (long frame = 0; frame < 40_000; frame++) {
            String code = Timecode.of(frame, 60 / 1.001, true).toString();
            assertThat(seen.add(code)).as(code).isTrue();
            assertThat(code.matches("\\d\\d:\\d[1-9]:00;0[0-3]")).as(code).isFalse();
        }
    }

    @Test
    void dropFrameIsForItsRatesAlone() {
        assertThatThrownBy(() -> new Timebase(0, 1, 25, true, 0)).hasMessageContaining("29.97");
    }
}
