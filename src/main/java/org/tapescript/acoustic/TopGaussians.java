package org.tapescript.acoustic;

/**
 * The few Gaussians of each codebook and stream that fit a frame best, with their densities relative to the very best; the others are as
 * good as nothing beside them. Not thread-safe.
 */
abstract class TopGaussians {
    static final int TOP = 4;

    /** Of Gaussians in their codebook, {@value #TOP} a place; a place that is left over names a Gaussian whose density is zero. */
    final short[] index;

    final float[] linear;

    /** @param places for {@value #TOP} Gaussians each */
    TopGaussians(int places) {
        this.index = new short[places * TOP];
        this.linear = new float[places * TOP];
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
