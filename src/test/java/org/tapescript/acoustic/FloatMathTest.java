package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Single precision may change a frame's likelihood by so little that no path depends on it. */
class FloatMathTest {
    private static final double BOUND = 2e-6;

    @Test
    void logarithmIsThatOfDoublePrecisionWithinTheBound() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            float x = (float) Math.exp(-87 + 120 * random.nextDouble());
            double exact = Math.log(x);
            assertThat((double) FloatMath.log(x)).isCloseTo(exact, within(BOUND * Math.max(1, Math.abs(exact))));
        }
        assertThat(FloatMath.log(1)).isZero();
        assertThat(FloatMath.log(Float.MIN_NORMAL)).isCloseTo((float) Math.log(Float.MIN_NORMAL), within(1e-4f));
    }

    @Test
    void exponentialIsThatOfDoublePrecisionWithinTheBound() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            float x = (float) (-86.9 * random.nextDouble());
            double exact = Math.exp(x);
            assertThat(FloatMath.exp(x) / exact).isCloseTo(1, within(4 * BOUND));
        }
        assertThat(FloatMath.exp(0)).isEqualTo(1);
        assertThat(FloatMath.exp(-100)).isZero();
        assertThat(FloatMath.exp(Float.NEGATIVE_INFINITY)).isZero();
    }
}
