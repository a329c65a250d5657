package org.tapescript.voice;

import java.util.Arrays;

/**
 * Whose samples are, by how they sound and where the text says that speakers change, as one hidden Markov model whose states are the
 * voices: behind a mark comes one of the others, as often as it speaks behind that voice; elsewhere anybody. Who answers whom is learned
 * of the tape, for those who talk with each other go on to do so.
 */
final class VoiceOrder {
    /** How often nobody else speaks behind a mark all the same. */
    private static final double STAYS = 0.03;
    /** Number of answers to each voice that what was known before of who answers it is worth. */
    private static final double PRIOR_ANSWERS = 4;

    private static final double TINY = 1e-9;

    private final double[][] share;
    private final double[][] known;
    private final double[][] answers;
    /** By voices before and behind a mark, how often. */
    private final double[][] counts;

    private double evidence;

    /**
     * @param sound by sample and voice, log likelihood of the sample
     * @param shares by voice, the share of the samples that is its
     * @param changes by sample, whether its voice is another than that of the sample before it
     * @param before by voices, how often each was found to answer each; null if that is not known
     */
    VoiceOrder(double[][] sound, double[] shares, boolean[] changes, double[][] before) {
        double[] often = Arrays.stream(shares).map(s -> s + TINY).toArray();
        int voices = often.length;
        this.known = known(often);
        this.answers = answers(known, before);
        this.counts = new double[voices][voices];
        this.share = new double[sound.length][];
        double[][] likely = forward(sound, changes, often);
        backward(likely, changes, often);
        evidence += price();
    }

    /** Shares by all that comes before; returns likelihoods by sample and voice. */
    private double[][] forward(double[][] sound, boolean[] changes, double[] often) {
        double[][] likely = new double[sound.length][];
        double[] earlier = often;
        for (int i = 0; i < sound.length; i++) {
            likely[i] = likelihoods(sound[i]);
            double[] now = i > 0 && changes[i] ? behind(earlier) : often.clone();
            double sum = 0;
            for (int v = 0; v < now.length; v++) {
                now[v] *= likely[i][v];
                sum += now[v];
            }
            divide(now, sum);
            evidence += Math.log(sum);
            share[i] = now;
            earlier = now;
        }
        return likely;
    }

    /** Shares by what comes behind, too, and who answers whom. */
    private void backward(double[][] likely, boolean[] changes, double[] often) {
        double[] later = new double[often.length];
        Arrays.fill(later, 1);
        for (int i = likely.length - 1; i >= 0; i--) {
            double[] come = new double[often.length];
            for (int v = 0; v < come.length; v++) {
                come[v] = likely[i][v] * later[v];
            }
            if (i > 0 && changes[i]) {
                count(share[i - 1], come);
            }
            double sum = 0;
            for (int v = 0; v < come.length; v++) {
                share[i][v] *= later[v];
                sum += share[i][v];
            }
            divide(share[i], sum);
            later = i > 0 && changes[i] ? before(come) : anybody(come, often);
        }
    }

    /** Who speaks behind whom where a mark stands, if all that is known is how often they speak. */
    private static double[][] known(double[] often) {
        double[][] result = new double[often.length][often.length];
        double all = Arrays.stream(often).sum();
        for (int u = 0; u < often.length; u++) {
            for (int v = 0; v < often.length; v++) {
                result[u][v] = u == v
                        ? often.length == 1 ? 1 : STAYS
                        : (1 - STAYS) * often[v] / Math.max(TINY, all - often[u]);
            }
        }
        return result;
    }

    private static double[][] answers(double[][] known, double[][] before) {
        double[][] result = new double[known.length][];
        for (int u = 0; u < known.length; u++) {
            result[u] = known[u].clone();
            double others = before == null ? 0 : Arrays.stream(before[u]).sum() - before[u][u];
            for (int v = 0; v < known.length && others > 0; v++) {
                if (u != v) {
                    double learned = before[u][v] + PRIOR_ANSWERS * known[u][v] / (1 - STAYS);
                    result[u][v] = (1 - STAYS) * learned / (others + PRIOR_ANSWERS);
                }
            }
        }
        return result;
    }

    /** Likelihoods in shares of the best; that one goes into the evidence. */
    private double[] likelihoods(double[] log) {
        double most = Double.NEGATIVE_INFINITY;
        for (double x : log) {
            most = Math.max(most, x);
        }
        evidence += most;
        double[] result = new double[log.length];
        for (int v = 0; v < log.length; v++) {
            result[v] = Math.exp(log[v] - most);
        }
        return result;
    }

    /** How likely each voice is behind a mark. */
    private double[] behind(double[] before) {
        double[] result = new double[before.length];
        for (int u = 0; u < before.length; u++) {
            for (int v = 0; v < before.length; v++) {
                result[v] += before[u] * answers[u][v];
            }
        }
        return result;
    }

    /** By voice before a mark, how likely is what comes, in any unit. */
    private double[] before(double[] come) {
        double[] result = new double[come.length];
        for (int u = 0; u < come.length; u++) {
            for (int v = 0; v < come.length; v++) {
                result[u] += answers[u][v] * come[v];
            }
        }
        divide(result, Arrays.stream(result).sum());
        return result;
    }

    /** The same where no mark stands. */
    private static double[] anybody(double[] come, double[] often) {
        double any = 0;
        for (int v = 0; v < come.length; v++) {
            any += often[v] * come[v];
        }
        double[] result = new double[come.length];
        Arrays.fill(result, any);
        divide(result, any * come.length);
        return result;
    }

    private void count(double[] before, double[] come) {
        double sum = 0;
        for (int u = 0; u < before.length; u++) {
            for (int v = 0; v < before.length; v++) {
                sum += before[u] * answers[u][v] * come[v];
            }
        }
        for (int u = 0; u < before.length; u++) {
            for (int v = 0; v < before.length; v++) {
                counts[u][v] += before[u] * answers[u][v] * come[v] / sum;
            }
        }
    }

    /**
     * What it costs to have learned who answers whom: how unlikely that was before, and that it could have been something else (the
     * approximation of Laplace).
     */
    private double price() {
        double result = 0;
        for (int u = 0; u < counts.length; u++) {
            double answered = Arrays.stream(counts[u]).sum() - counts[u][u];
            for (int v = 0; v < counts.length; v++) {
                if (u != v) {
                    result += PRIOR_ANSWERS * known[u][v] * Math.log(answers[u][v] / known[u][v]);
                }
            }
            result -= 0.5 * Math.max(0, counts.length - 2) * Math.log(1 + answered / PRIOR_ANSWERS);
        }
        return result;
    }

    private static void divide(double[] values, double sum) {
        for (int v = 0; v < values.length; v++) {
            values[v] /= sum;
        }
    }

    /** By sample and voice, the share of the sample that is the voice's. */
    double[][] share() {
        return share;
    }

    /** By voices before and behind a mark, how often the second is found to answer the first. */
    double[][] answered() {
        return counts;
    }

    /** Log likelihood of all samples, what was learned of them paid for. */
    double evidence() {
        return evidence;
    }
}
