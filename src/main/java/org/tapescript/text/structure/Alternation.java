package org.tapescript.text.structure;

import java.util.List;

/**
 * Decides, where dashes name nobody, which of two people says each spoken paragraph: the likeliest labelling of all of them
 * together, by what questions and answers look like. A dash nearly always changes the speaker, a paragraph without one seldom
 * does; but after a question it may well be the answer whose dash was forgotten, and what follows tells.
 */
final class Alternation {
    /** Index of who asks and who answers. */
    static final int INTERVIEWER = 0;

    static final int GUEST = 1;

    /**
     * A spoken paragraph as this model sees it.
     *
     * @param marked whether it opens with a mark
     * @param question whether it ends with a question
     * @param words its length
     */
    record Part(boolean marked, boolean question, int words) {}

    private static final double CHANGE_AT_MARK = Math.log(0.98);
    private static final double STAY_AT_MARK = Math.log(0.02);
    private static final double CHANGE_UNMARKED = Math.log(0.03);
    private static final double STAY_UNMARKED = Math.log(0.97);
    /** An unmarked paragraph right behind a question that ends its turn is more often a lost mark than a continuation. */
    private static final double CHANGE_AFTER_QUESTION = Math.log(0.5);

    private static final double STAY_AFTER_QUESTION = Math.log(0.5);
    private static final double OPENS = Math.log(0.75);

    private final List<Part> parts;
    private final boolean marksExist;
    private final double[][] forward;
    private final double[][] backward;

    /** @param marksExist false if the text has no marks at all: then any paragraph may change the speaker */
    Alternation(List<Part> parts, boolean marksExist) {
        this.parts = parts;
        this.marksExist = marksExist;
        this.forward = new double[parts.size()][2];
        this.backward = new double[parts.size()][2];
        run();
    }

    private double emission(int i, int speaker) {
        Part part = parts.get(i);
        double question = speaker == INTERVIEWER ? 0.6 : 0.07;
        double log = Math.log(part.question ? question : 1 - question);
        // Answers run long: lengths log-normal about 16 and 35 words.
        double mean = speaker == INTERVIEWER ? Math.log(16) : Math.log(35);
        double z = (Math.log(Math.max(1, part.words)) - mean) / 1.1;
        return log - 0.5 * z * z * 0.5;
    }

    private double transition(int i, boolean change) {
        Part part = parts.get(i);
        if (part.marked) {
            return change ? CHANGE_AT_MARK : STAY_AT_MARK;
        }
        if (!marksExist) {
            return parts.get(i - 1).question ? Math.log(change ? 0.9 : 0.1) : Math.log(0.5);
        }
        if (parts.get(i - 1).question) {
            return change ? CHANGE_AFTER_QUESTION : STAY_AFTER_QUESTION;
        }
        return change ? CHANGE_UNMARKED : STAY_UNMARKED;
    }

    private void run() {
        int n = parts.size();
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < 2; s++) {
                double in = i == 0
                        ? s == INTERVIEWER ? OPENS : Math.log1p(-Math.exp(OPENS))
                        : add(forward[i - 1][s] + transition(i, false), forward[i - 1][1 - s] + transition(i, true));
                forward[i][s] = in + emission(i, s);
            }
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int s = 0; s < 2; s++) {
                backward[i][s] = add(
                        backward[i + 1][s] + emission(i + 1, s) + transition(i + 1, false),
                        backward[i + 1][1 - s] + emission(i + 1, 1 - s) + transition(i + 1, true));
            }
        }
    }

    private static double add(double a, double b) {
        double high = Math.max(a, b);
        return high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    /** Probability that the speaker changes at part {@code i}, all others considered. */
    double changes(int i) {
        if (i == 0) {
            return 1;
        }
        double change = Double.NEGATIVE_INFINITY;
        double stay = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < 2; s++) {
            double out = emission(i, s) + backward[i][s];
            change = change == Double.NEGATIVE_INFINITY
                    ? forward[i - 1][1 - s] + transition(i, true) + out
                    : add(change, forward[i - 1][1 - s] + transition(i, true) + out);
            stay = stay == Double.NEGATIVE_INFINITY
                    ? forward[i - 1][s] + transition(i, false) + out
                    : add(stay, forward[i - 1][s] + transition(i, false) + out);
        }
        return 1 / (1 + Math.exp(stay - change));
    }

    /** Speakers of all parts on the likeliest path in which every mark changes the speaker. */
    int[] speakers() {
        int n = parts.size();
        double[][] best = new double[n][2];
        int[][] from = new int[n][2];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < 2; s++) {
                if (i == 0) {
                    best[i][s] = s == INTERVIEWER ? OPENS : Math.log1p(-Math.exp(OPENS));
                } else {
                    // A mark that does not change the speaker is reported as a doubt, not decided.
                    double stay =
                            parts.get(i).marked ? Double.NEGATIVE_INFINITY : best[i - 1][s] + transition(i, false);
                    double change = best[i - 1][1 - s] + transition(i, true);
                    from[i][s] = change > stay ? 1 - s : s;
                    best[i][s] = Math.max(stay, change);
                }
                best[i][s] += emission(i, s);
            }
        }
        int[] result = new int[n];
        for (int i = n - 1, s = n > 0 && best[n - 1][GUEST] > best[n - 1][INTERVIEWER] ? GUEST : INTERVIEWER;
                i >= 0;
                i--) {
            result[i] = s;
            s = from[i][s];
        }
        return result;
    }
}
