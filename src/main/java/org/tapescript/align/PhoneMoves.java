package org.tapescript.align;

import org.tapescript.acoustic.AcousticModel;

/**
 * How paths move through the states of phones, in one frame or in several at once: the chances of all ways there that a model has from frame to frame.
 *
 * @param between by phone, row by row, log chance to be in a state after those frames that was in another before
 * @param leaving by phone, the same of having left its last state
 * @param furthest how many states a path moves on at most, 1 or 2
 */
record PhoneMoves(float[] between, float[] leaving, int furthest) {
    /** @param frames 1 or 2 */
    static PhoneMoves of(AcousticModel model, int frames) {
        int states = model.statesPerPhone();
        int phones = model.phones().size();
        float[] between = new float[phones * states * states];
        float[] leaving = new float[phones];
        int furthest = 1;
        for (int p = 0; p < phones; p++) {
            float[] moves = frames == 1 ? model.transitions(p) : twice(model.transitions(p), states);
            leaving[p] = moves[states * (states + 1) - 1];
            for (int from = 0; from < states; from++) {
                System.arraycopy(moves, from * (states + 1), between, (p * states + from) * states, states);
                boolean skips = from + 2 < states && moves[from * (states + 1) + from + 2] > Float.NEGATIVE_INFINITY;
                furthest = skips ? 2 : furthest;
            }
        }
        return new PhoneMoves(between, leaving, furthest);
    }

    /** The same in two frames. @param once by state, log chances to be in each state in the next frame, and to have left */
    private static float[] twice(float[] once, int states) {
        int columns = states + 1;
        float[] result = new float[once.length];
        for (int from = 0; from < states; from++) {
            for (int to = 0; to < columns; to++) {
                double chance = to == states ? Math.exp(once[from * columns + to]) : 0;
                for (int over = 0; over < states; over++) {
                    chance += Math.exp(once[from * columns + over] + once[over * columns + to]);
                }
                result[from * columns + to] = (float) Math.log(chance);
            }
        }
        return result;
    }
}
