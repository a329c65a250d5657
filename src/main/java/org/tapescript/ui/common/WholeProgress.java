package org.tapescript.ui.common;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far a sync is as a whole, of what its phases say of themselves: a fraction that never falls, and the time left. How much of the
 * whole each phase takes is what it took the last time on this machine; before that, all are taken to be alike.
 */
public final class WholeProgress {
    /** Phases in the order in which they come; each may come more than once. */
    private static final List<String> PHASES =
            List.of("Decoding", "Listening", "Finding the text", "Aligning", "Placing turns", "Comparing voices");

    private static final String SETTING = "sync.shares";
    /** Before so much is done nobody can say how long the rest takes. */
    private static final double KNOWN = 0.05;

    private final Settings settings;
    private final double[] shares;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final double begun;
    private String phase = PHASES.get(0);
    private double phaseBegun;
    private double fraction;

    /** @param now seconds of any clock */
    public WholeProgress(Settings settings, double now) {
        this.settings = settings;
        this.shares = shares(settings.get(SETTING, ""));
        this.begun = now;
        this.phaseBegun = now;
    }

    private static double[] shares(String kept) {
        try {
            double[] shares = Arrays.stream(kept.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double sum = Arrays.stream(shares).sum();
            if (shares.length == PHASES.size()
                    && sum > 0
                    && Arrays.stream(shares).allMatch(s -> s >= 0)) {
                return Arrays.stream(shares).map(s -> s / sum).toArray();
            }
        } catch (NumberFormatException e) {
            // As on a machine on which nothing was synced yet.
        }
        double[] alike = new double[PHASES.size()];
        Arrays.fill(alike, 1.0 / alike.length);
        return alike;
    }

    /** A phase says how far it is. */
    public void report(String now, double done, double all, double clock) {
        if (!now.equals(phase)) {
            seconds.merge(phase, clock - phaseBegun, Double::sum);
            phase = now;
            phaseBegun = clock;
        }
        int at = PHASES.indexOf(now);
        if (at >= 0) {
            double before = Arrays.stream(shares, 0, at).sum();
            double part = all > 0 ? Math.max(0, Math.min(1, done / all)) : 0;
            fraction = Math.max(fraction, before + part * shares[at]);
        }
    }

    /** The sync is done: the next one on this machine will take its time alike. */
    public void done(double clock) {
        seconds.merge(phase, clock - phaseBegun, Double::sum);
        StringBuilder kept = new StringBuilder();
        for (String name : PHASES) {
            kept.append(String.format(Locale.ROOT, "%.2f ", seconds.getOrDefault(name, 0.0)));
        }
        settings.put(SETTING, kept.toString().strip());
    }

    /** From 0 to 1. */
    public double fraction() {
        return fraction;
    }

    /** Seconds until the end, as far as that can be said. */
    public OptionalDouble left(double clock) {
        return fraction < KNOWN
                ? OptionalDouble.empty()
                : OptionalDouble.of((clock - begun) * (1 - fraction) / fraction);
    }
}
