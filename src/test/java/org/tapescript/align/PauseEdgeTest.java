package org.tapescript.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PauseEdgeTest extends DrawnSpeech {
    private static final double LOUD = 1;

    /** A second that is loud and one that is not; the end that the model hears, corrected by nothing. */
    private double end(double heard) {
        for (int t = 0; t < 200; t++) {
            sound.add(new float[] {t < 100 * LOUD ? 0 : -10, 0, 0, 0});
        }
        double[] starts = {0.5};
        double[] ends = {heard};
        new PauseEdge(new Timeline(request(text(1)))).correct(starts.clone(), ends.clone(), starts, ends);
        assertThat(starts).containsExactly(0.5);
        return ends[0];
    }

    @Test
    void anEndInThePauseMovesHalfwayToWhereTheSoundEnds() {
        assertThat(end(LOUD + 0.08)).isCloseTo(LOUD + 0.04, within(0.01));
    }

    @Test
    void anEndInTheWordMovesALittleLater() {
        assertThat(end(LOUD - 0.04)).isCloseTo(LOUD - 0.02, within(0.015));
    }

    @Test
    void whereWordAndPauseAreAsLoudNothingMoves() {
        for (int t = 0; t < 200; t++) {
            sound.add(new float[] {0, 0, 0, 0});
        }
        double[] starts = {0.5};
        double[] ends = {1.2};
        new PauseEdge(new Timeline(request(text(1)))).correct(starts.clone(), ends.clone(), starts, ends);
        assertThat(ends).containsExactly(1.2);
    }

    @Test
    void withinSpeechNothingMoves() {
        for (int t = 0; t < 200; t++) {
            sound.add(new float[] {t < 100 ? 0 : -10, 0, 0, 0});
        }
        double[] starts = {0.5, 1.08};
        double[] ends = {1.08, 1.5};
        double[] heardEnds = ends.clone();
        new PauseEdge(new Timeline(request(text(2)))).correct(starts.clone(), heardEnds, starts, ends);
        assertThat(ends[0]).isEqualTo(1.08);
    }
}
