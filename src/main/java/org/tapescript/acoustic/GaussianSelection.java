package org.tapescript.acoustic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.ByteOrder;
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
 * <p>Two bytes a Gaussian, and the log density of each codebook's best: 1,176 a frame of a model of 42 codebooks in three streams, 420 MB an hour.
 * Chosen in blocks when asked for first, which all threads share, and kept in a file where there is one; else blocks are dropped where memory
 * runs short, and chosen again. What is chosen depends on neither, nor on who asked.
 */
public final class GaussianSelection {
    /** Frames that are chosen together: longer blocks are faster, by fewer ends of loops. */
    private static final int BLOCK = 512;
    /** Frames that a codebook's chosen Gaussians are evaluated for at once: about as long as a phone lasts. Divides {@link #BLOCK}. */
    private static final int TOGETHER = 8;
    /** In smaller codebooks there is little to choose from; in larger ones a byte does not name a Gaussian. */
    private static final int MINIMUM_GAUSSIANS = 32;

    private static final int MAXIMUM_GAUSSIANS = 256;

    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final AcousticModel model;
    private final Features features;
    private final int streams;
    /** Bytes of a codebook in a frame: its best log density, then, stream by stream, which Gaussians and how far below the best they are. */
    private final int bytes;

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
        this.streams = model.streams();
        this.bytes = Float.BYTES + streams * 2 * TopGaussians.TOP;
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
        if (!worthwhile) {
            return new SenoneScorer(adapted, size);
        }
        return new SenoneScorer(
                adapted,
                adapted == model ? new RecalledGaussians(model, this) : new SelectedGaussians(adapted, this, TOGETHER));
    }

    /** What is chosen for another model of the same tape, kept in the same file. */
    public GaussianSelection anew(AcousticModel other) {
        return new GaussianSelection(other, features, file);
    }

    public Features features() {
        return features;
    }

    /** @throws IllegalArgumentException if other features are meant than those that Gaussians were chosen for */
    void check(Features source) {
        if (source != features) {
            throw new IllegalArgumentException("these are not the features that Gaussians were chosen for");
        }
    }

    /** Number of the block that a frame is in. */
    static int number(int frame) {
        return frame / BLOCK;
    }

    /** Index in its {@link #block} of what is known of a frame. */
    int offset(int frame) {
        return frame % BLOCK * model.codebooks() * bytes;
    }

    /** Index in a frame's block of the Gaussians chosen in a stream of a codebook; as far behind them as there are, how far below the best they are. */
    int gaussians(int frame, int codebook, int stream) {
        return offset(frame) + codebook * bytes + Float.BYTES + stream * 2 * TopGaussians.TOP;
    }

    /** Sum over streams of the log density of a codebook's best Gaussians, in a frame of a block. */
    float best(byte[] block, int frame, int codebook) {
        return (float) FLOAT.get(block, offset(frame) + codebook * bytes);
    }

    /** The Gaussians chosen in a frame and those around it. */
    byte[] block(int frame) {
        int number = number(frame);
        byte[] chosen = known(number);
        if (chosen == null) {
            synchronized (locks[number]) {
                chosen = known(number);
                if (chosen == null) {
                    chosen = recalled(number).orElseGet(() -> choose(number));
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
    private byte[] choose(int number) {
        int from = number * BLOCK;
        int count = Math.min(features.frames() - from, BLOCK);
        byte[] result = new byte[count * offset(1)];
        CodebookRows rows = new CodebookRows(model, BLOCK);
        rows.load(features, from);
        for (int c = 0; c < model.codebooks(); c++) {
            for (int s = 0; s < streams; s++) {
                rows.evaluate(model.codebook(c, s), model.streamOffset(s));
                for (int f = 0; f < count; f++) {
                    float before = s == 0 ? 0 : best(result, f, c);
                    FLOAT.set(result, offset(f) + c * bytes, before + rows.highest(f));
                    int at = gaussians(f, c, s);
                    for (int k = 0; k < TopGaussians.TOP; k++) {
                        result[at + k] = (byte) rows.gaussian(k, f);
                        result[at + k + TopGaussians.TOP] = (byte) rows.below(k, f);
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
}
