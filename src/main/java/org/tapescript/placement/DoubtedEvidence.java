package org.tapescript.placement;

/** The same evidence, each piece believed only so far: what is learned from one tape is never independent. */
record DoubtedEvidence(PlacementSearch.Evidence evidence, double share) implements PlacementSearch.Evidence {
    @Override
    public int sentences() {
        return evidence.sentences();
    }

    @Override
    public int islands() {
        return evidence.islands();
    }

    @Override
    public int voices() {
        return evidence.voices();
    }

    @Override
    public int together(int sentence) {
        return evidence.together(sentence);
    }

    @Override
    public int last(int sentence, int count, int from) {
        return evidence.last(sentence, count, from);
    }

    @Override
    public void sentence(int sentence, int count, int from, int to, double[] byVoice) {
        evidence.sentence(sentence, count, from, to, byVoice);
        for (int v = 0; v < byVoice.length; v++) {
            byVoice[v] *= share;
        }
    }

    @Override
    public double opens(int sentence, int island, boolean other, boolean passed) {
        return share * evidence.opens(sentence, island, other, passed);
    }

    @Override
    public double leaves(int island) {
        return share * evidence.leaves(island);
    }

    @Override
    public double passes(int island) {
        return share * evidence.passes(island);
    }

    @Override
    public double misses(int sentence) {
        return share * evidence.misses(sentence);
    }
}
