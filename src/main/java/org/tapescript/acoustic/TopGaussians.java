package org.tapescript.acoustic;

/**
 * The few Gaussians of each codebook and stream that fit a frame best, and how far each lies below the very best; the others are as
 * good as nothing beside them. Not thread-safe.
 */
abstract class TopGaussians {
    static final int TOP = 4;

    /** Of Gaussians in their codebook, {@value #TOP} a place, the best first. */
    final short[] index;

    /** How far below the best each is, in steps of {@link MixtureWeights}. */
    final short[] below;

    /** @param places for {@value #TOP} Gaussians each */
    TopGaussians(int places) {
        this.index = new short[places * TOP];
        this.below = new short[places * TOP];
    }

    /** Moves to another frame. */
    abstract void frame(Features source, int frame);

    /** Makes sure that a codebook is known in this frame. */
    abstract void want(int codebook);

    /** Where the best Gaussians of a stream are, in a codebook that was wanted. */
    abstract int first(int codebook, int stream);

    /** Sum over streams of the best log density of a codebook that was wanted. */
    abstract float best(int codebook);
}
