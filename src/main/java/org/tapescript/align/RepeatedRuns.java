package org.tapescript.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tapescript.align.AnchorFinder.Run;

/**
 * Tells which copy of what a text says more than once a run of words is, by what stands before and after it. Of all ways to give runs their
 * copies in order, that one is right under which most of the text can be said in most of the speech: between two runs, no more words than
 * there are, and no more than there is speech for.
 */
final class RepeatedRuns {
    /** Of a run that has more copies than this only its neighbours can tell which it is: it stays undecided. */
    private static final int MOST_COPIES = 100;
    /** So many copies of all runs are compared with each other; the time goes with the square. */
    private static final int MOST_CANDIDATES = 10_000;
    /** What a word that could be said between two runs counts beside one that was heard. */
    private static final double UNHEARD = 0.5;
    /** By which share of the words between two runs people talk faster or slower from one minute to the next, at most. */
    private static final double PACE = 0.2;

    /** A run at one of its copies, with what the best order before it and after it is worth, itself included. */
    private static final class Candidate {
        private final Run run;
        /** Which of the runs found. */
        private final int found;

        private double before;
        private double after;
        private Candidate previous;

        Candidate(Run run, int found) {
            this.run = run;
            this.found = found;
        }

        double all() {
            return before + after - run.words().size();
        }

        boolean precedes(Candidate other) {
            return run.end() <= other.run.start() && run.lastWord() < other.run.firstWord();
        }
    }

    private final RepeatedText text;
    private final boolean[] speech;
    private final int from;
    private final int to;
    private final int fromWord;
    private final int toWord;
    /** By frame, how much speech there is before it. */
    private int[] speechBefore;

    private double framesPerWord;

    /**
     * @param text in which runs may stand more than once
     * @param speech by frame
     * @param from, to frames between which the runs lie, half open
     * @param fromWord, toWord words between which the runs lie, half open
     */
    RepeatedRuns(RepeatedText text, boolean[] speech, int from, int to, int fromWord, int toWord) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.fromWord = fromWord;
        this.toWord = toWord;
        this.speech = speech;
    }

    /** Whether a run may be another copy of what it says. */
    boolean isAmbiguous(Run run) {
        return copies(run, 2).length > 1;
    }

    /** First words of the copies of what a run says, of so many at most. */
    private int[] copies(Run run, int most) {
        return text.copies(run.firstWord(), run.lastWord(), fromWord, toWord)
                .limit(most)
                .toArray();
    }

    /**
     * @param runs found in the sound, each at any of its copies
     * @return in order, those whose copy is certain, each at that
     */
    List<Run> certain(List<Run> runs) {
        List<Candidate> candidates = candidates(runs);
        if (candidates.isEmpty()) {
            return List.of();
        }
        countSpeech();
        pace(runs);
        follow(candidates);
        List<Candidate> best = best(candidates);
        double margin = margin(best);
        Map<Integer, Double> rivals = new HashMap<>();
        Map<Integer, Candidate> chosen = new HashMap<>();
        best.forEach(c -> chosen.put(c.found, c));
        for (Candidate candidate : candidates) {
            if (chosen.get(candidate.found) != candidate) {
                rivals.merge(candidate.found, candidate.all(), Math::max);
            }
        }
        return best.stream()
                .filter(c -> !rivals.containsKey(c.found) || c.all() - rivals.get(c.found) > margin)
                .map(c -> c.run)
                .toList();
    }

    private List<Candidate> candidates(List<Run> runs) {
        List<Candidate> result = new ArrayList<>();
        int most = Math.min(MOST_COPIES, 1 + MOST_CANDIDATES / Math.max(1, runs.size()));
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int[] copies = copies(run, most + 1);
            for (int k = 0; k < copies.length && copies.length <= most; k++) {
                result.add(new Candidate(run.at(copies[k]), i));
            }
        }
        result.sort(Comparator.<Candidate>comparingInt(c -> c.run.start()).thenComparingInt(c -> c.run.firstWord()));
        return result;
    }

    private void countSpeech() {
        speechBefore = new int[to - from + 1];
        for (int t = from; t < to; t++) {
            speechBefore[t - from + 1] = speechBefore[t - from] + (speech[t] ? 1 : 0);
        }
    }

    /** How many frames of speech a word takes here. */
    private void pace(List<Run> runs) {
        int words = runs.stream().mapToInt(r -> r.words().size()).sum();
        int frames = runs.stream().mapToInt(r -> speech(r.start(), r.end())).sum();
        framesPerWord = Math.max(1, frames / (double) words);
    }

    private int speech(int start, int end) {
        return speechBefore[Math.max(start, end) - from] - speechBefore[start - from];
    }

    private void follow(List<Candidate> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            int words = c.run.words().size();
            c.before = words + sayable(from, c.run.start(), fromWord, c.run.firstWord());
            for (int j = 0; j < i; j++) {
                Candidate p = candidates.get(j);
                if (p.precedes(c) && p.before + words + between(p, c) > c.before) {
                    c.before = p.before + words + between(p, c);
                    c.previous = p;
                }
            }
        }
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Candidate c = candidates.get(i);
            int words = c.run.words().size();
            c.after = words + rest(c);
            for (int j = i + 1; j < candidates.size(); j++) {
                Candidate n = candidates.get(j);
                if (c.precedes(n)) {
                    c.after = Math.max(c.after, n.after + words + between(c, n));
                }
            }
        }
    }

    /** The words of a stretch, or those that there is speech for, whichever are more. */
    private double longer(int start, int end, int first, int last) {
        return Math.max(last - first, speech(start, end) / framesPerWord);
    }

    private double rest(Candidate last) {
        return sayable(last.run.end(), to, last.run.lastWord() + 1, toWord);
    }

    private double between(Candidate a, Candidate b) {
        return sayable(a.run.end(), b.run.start(), a.run.lastWord() + 1, b.run.firstWord());
    }

    /** What the words that can be said between two runs are worth. */
    private double sayable(int start, int end, int first, int last) {
        return UNHEARD * Math.max(0, Math.min(last - first, speech(start, end) / framesPerWord));
    }

    private List<Candidate> best(List<Candidate> candidates) {
        List<Candidate> order = new ArrayList<>();
        Candidate last = candidates.stream()
                .max(Comparator.comparingDouble(c -> c.before + rest(c)))
                .orElseThrow();
        for (Candidate c = last; c != null; c = c.previous) {
            order.add(0, c);
        }
        return order;
    }

    /**
     * How much pace alone may make one order look better than another: words in the longest stretch between two runs before a shift by one
     * copy, and after it.
     */
    private double margin(List<Candidate> order) {
        double longest = 0;
        int start = from;
        int word = fromWord;
        for (Candidate c : order) {
            longest = Math.max(longest, longer(start, c.run.start(), word, c.run.firstWord()));
            start = c.run.end();
            word = c.run.lastWord() + 1;
        }
        longest = Math.max(longest, longer(start, to, word, toWord));
        return 2 * PACE * UNHEARD * longest;
    }
}
