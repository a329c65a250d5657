package org.tapescript.acoustic;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.tapescript.storage.ScratchBlocks;

/**
 * Which Gaussians of each codebook fit each frame of a tape best, chosen once and handed from stage to stage of its alignment. Choosing
 * costs most of what scoring costs; a model that is adapted afterwards has moved its Gaussians by little, and together, so it finds its
 * best among the same.
 *
 * <p>Choosing in every second or third frame only, and between them among the candidates of both, is faster, but took starts within
 * 100 ms from 99.9 to 99.4 % on six minutes of clean speech.
 *
 * <p>One byte a Gaussian: 504 a frame of a model of 42 codebooks in three streams, 180 MB an hour. Chosen in blocks when asked for first,
 * which all threads share, and kept in a file where there is one; else blocks are dropped where memory runs short, and chosen again. What is
 * chosen depends on neither, nor on who asked.
 */
public final class GaussianSelection {
    /** Frames that are chosen together: longer blocks are faster, by fewer ends of loops. */
    private static final int BLOCK = 512;
    /** Frames that a codebook's chosen Gaussians are evaluated for at once: about as long as a phone lasts. Divides {@link #BLOCK}. */
    private static final int TOGETHER = 8;
    /** In smaller codebooks there is little to choose from; in larger ones a byte does not name a Gaussian. */
    private static final int MINIMUM_GAUSSIANS = 32;

    private static final int MAXIMUM_GAUSSIANS = 256;

    private final AcousticModel model;
    private final Features features;
    private final boolean worthwhile;
    private final Optional<ScratchBlocks> file;
    private final long inFile;
    /** Which blocks are in the file; each is changed under its lock only. */
    private final boolean[] kept;

    private final AtomicReferenceArray<Reference<byte[]>> blocks;
    private final Object[] locks;

    /** What is chosen is kept in memory as far as there is room. @param model whose Gaussians are chosen from */
    public GaussianSelection(AcousticModel model, Features features) {
        this(model, features, Optional.empty());
    }

    /** @param file takes what is chosen */
    public GaussianSelection(AcousticModel model, Features features, Optional<ScratchBlocks> file) {
        this.model = model;
        this.file = file;
        this.features = features;
        this.worthwhile = IntStream.range(0, model.codebooks())
                .flatMap(c -> IntStream.range(0, model.streams())
                        .map(s -> model.codebook(c, s).gaussians()))
                .allMatch(n -> n >= MINIMUM_GAUSSIANS && n <= MAXIMUM_GAUSSIANS);
        this.blocks = new AtomicReferenceArray<>((features.frames() + BLOCK - 1) / BLOCK);
        this.kept = new boolean[blocks.length()];
        this.inFile =
                file.map(f -> f.reserve((long) features.frames() * offset(1))).orElse(0L);
        this.locks =
                IntStream.range(0, blocks.length()).mapToObj(i -> new Object()).toArray();
    }

    /** A scorer of the same features for a model that is the one chosen from, or adapted from it. */
    public SenoneScorer scorer(AcousticModel adapted) {
        return scorer(adapted, SenoneScorer.MANY);
    }

    /** @param size frames that a codebook is evaluated for at once where there is nothing to choose from */
    public SenoneScorer scorer(AcousticModel adapted, int size) {
        return worthwhile
                ? new SenoneScorer(adapted, new SelectedGaussians(adapted, this, TOGETHER))
                : new SenoneScorer(adapted, size);
    }

    /**
     * A scorer for who hears all phones, frame after frame: where its model is the one chosen from it scores by what it finds as it chooses,
     * and need not look twice.
     */
    public SenoneScorer choosingScorer(AcousticModel adapted) {
        return worthwhile && adapted == model ? new SenoneScorer(model, new Choosing()) : scorer(adapted);
    }

    /** What is chosen for another model of the same tape, kept in the same file. */
    public GaussianSelection anew(AcousticModel other) {
        return new GaussianSelection(other, features, file);
    }

    public Features features() {
        return features;
    }

    /** Index of a frame's first Gaussian in its {@link #block}; they follow each other by codebook and stream. */
    int offset(int frame) {
        return frame % BLOCK * model.codebooks() * model.streams() * TopGaussians.TOP;
    }

    /** The Gaussians chosen in a frame and those around it. */
    byte[] block(int frame) {
        int number = frame / BLOCK;
        byte[] chosen = known(number);
        if (chosen == null) {
            synchronized (locks[number]) {
                chosen = known(number);
                if (chosen == null) {
                    chosen = recalled(number).orElseGet(() -> choose(number, new BlockGaussians(model, BLOCK)));
                }
            }
        }
        return chosen;
    }

    private byte[] known(int number) {
        Reference<byte[]> block = blocks.get(number);
        return block == null ? null : block.get();
    }

    private Optional<byte[]> recalled(int number) {
        int length = Math.min(BLOCK, features.frames() - number * BLOCK) * offset(1);
        Optional<byte[]> block = kept[number] ? file.flatMap(f -> f.read(place(number), length)) : Optional.empty();
        block.ifPresent(b -> blocks.set(number, new WeakReference<>(b)));
        return block;
    }

    /** Chooses in a block, and keeps what is chosen. */
    private byte[] choose(int number, BlockGaussians top) {
        int from = number * BLOCK;
        int to = Math.min(features.frames(), from + BLOCK);
        int streams = model.streams();
        byte[] result = new byte[(to - from) * offset(1)];
        for (int frame = from; frame < to; frame++) {
            top.frame(features, frame);
            int at = offset(frame);
            for (int c = 0; c < model.codebooks(); c++) {
                top.want(c);
                for (int s = 0; s < streams; s++) {
                    int first = top.first(c, s);
                    for (int k = 0; k < TopGaussians.TOP; k++) {
                        result[at++] = (byte) top.index[first + k];
                    }
                }
            }
        }
        keep(number, result);
        return result;
    }

    /** Where a block is in the file. */
    private long place(int number) {
        return inFile + (long) number * BLOCK * offset(1);
    }

    private void keep(int number, byte[] block) {
        synchronized (locks[number]) {
            kept[number] = file.isPresent() && file.get().write(place(number), block);
            blocks.set(number, kept[number] ? new WeakReference<>(block) : new SoftReference<>(block));
        }
    }

    /** Evaluates whole blocks, and keeps what it chose. */
    private final class Choosing extends BlockGaussians {
        private int number = -1;

        Choosing() {
            super(model, BLOCK);
        }

        @Override
        void frame(Features source, int frame) {
            if (frame / BLOCK != number) {
                // Before anything else: choosing goes through the block's frames itself.
                number = frame / BLOCK;
                choose(number, this);
            }
            super.frame(source, frame);
        }
    }
}
