package org.tapescript.acoustic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private static final int FRAMES = 7;
    private static final int DIMENSION = 3;

    /** Frame and place in it can be read off each value. */
    private static float value(int frame, int index) {
        return 10 * frame + index;
    }

    private static Features workedOut() {
        return new Features(
                (frame, from, to, target, at) -> {
                    for (int d = from; d < to; d++) {
                        target[at + d - from] = value(frame, d);
                    }
                },
                FRAMES,
                DIMENSION);
    }

    private static Features stored() {
        float[] values = new float[FRAMES * DIMENSION];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i / DIMENSION, i % DIMENSION);
        }
        return new Features(values, DIMENSION);
    }

    @Test
    void whatIsWorkedOutReadsAsWhatIsStored() {
        for (Features features : List.of(workedOut(), stored())) {
            assertThat(features.frames()).isEqualTo(FRAMES);
            assertThat(features.values()).isEqualTo(stored().values());
            assertThat(features.value(4, 2)).isEqualTo(value(4, 2));
            float[] target = new float[4];
            features.read(5, 1, 3, target, 1);
            assertThat(target).containsExactly(0, value(5, 1), value(5, 2), 0);
        }
    }

    @Test
    void partsAreOfTheSameFrames() {
        for (Features features : List.of(workedOut(), stored())) {
            assertThat(features.every(3).frames()).isEqualTo(3);
            assertThat(features.every(3).value(2, 1)).isEqualTo(value(6, 1));
            assertThat(features.part(2, 4).values())
                    .containsExactly(value(2, 0), value(2, 1), value(2, 2), value(3, 0), value(3, 1), value(3, 2));
            assertThat(features.part(4, 2).frames()).isZero();
            assertThat(Features.joined(List.of(features.part(0, 2), features.part(2, FRAMES)))
                            .values())
                    .isEqualTo(stored().values());
        }
    }
}
