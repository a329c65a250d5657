package org.tapescript.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.FrontEnd;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.job.CancellationToken;

/** Several recordings as one sequence of frames, and the mapping from frames back to seconds. Immutable. */
final class Timeline {
    /** Frames of a recording that are processed at once. */
    private static final int PIECE = 30_000;
    /** Frames before a piece from which its noise is estimated, and frames after it for its last windows. */
    private static final int BEFORE = 2000;

    private static final int AFTER = 10;

    private final AlignmentRequest request;
    private final int rate;
    private final int[] firstFrame;
    private final double[] firstSecond;

    Timeline(AlignmentRequest request) {
        this.request = request;
        this.rate = request.model().frontEnd().sampleRate();
        int n = request.sides().size();
        this.firstFrame = new int[n + 1];
        this.firstSecond = new double[n + 1];
        for (int i = 0; i < n; i++) {
            long samples = request.sides().get(i).length();
            firstFrame[i + 1] = firstFrame[i] + (int) ((samples + rate / 100 - 1) * 100 / rate);
            firstSecond[i + 1] = firstSecond[i] + samples / (double) rate;
        }
    }

    int frames() {
        return firstFrame[firstFrame.length - 1];
    }

    double seconds() {
        return firstSecond[firstSecond.length - 1];
    }

    /**
     * What the front end makes of all recordings.
     *
     * @param features the mean of each recording is taken off by itself, for each has its own room and level
     * @param levels of each frame, logarithmic, noise taken off as far as the front end does that
     */
    record Sound(Features features, float[] levels) {}

    Sound sound(Parallel parallel, CancellationToken cancel) {
        List<Features> cepstra = cepstra(parallel, cancel);
        Supplier<float[]> levels = parallel.begin(() -> levels(cepstra));
        List<Features> sides = parallel.map(cepstra, () -> request.model().transform(), transform -> transform::apply);
        return new Sound(
                new Features(
                        (t, from, to, target, at) -> {
                            Features side = sides.get(side(t));
                            if (side.frames() == 0) {
                                Arrays.fill(target, at, at + to - from, 0);
                            } else {
                                side.read(frameOf(t, side), from, to, target, at);
                            }
                        },
                        frames(),
                        request.model().acoustic().featureDimension()),
                levels.get());
    }

    private float[] levels(List<Features> cepstra) {
        float[] levels = new float[frames()];
        for (int t = 0; t < levels.length; t++) {
            Features raw = cepstra.get(side(t));
            // The first cepstral coefficient is the sum of the logarithms of all filters' energies.
            levels[t] = raw.frames() == 0 ? 0 : raw.value(frameOf(t, raw), 0);
        }
        return levels;
    }

    /** The frame of its recording that one is; the last window needs more samples than there are, and its frames repeat the one before. */
    private int frameOf(int frame, Features side) {
        return Math.min(frame - firstFrame[side(frame)], side.frames() - 1);
    }

    /** Of each recording; cut into pieces, so that all cores hear even one long recording. */
    private List<Features> cepstra(Parallel parallel, CancellationToken cancel) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < request.sides().size(); i++) {
            for (int from = 0; from == 0 || from < firstFrame[i + 1] - firstFrame[i]; from += PIECE) {
                pieces.add(new Piece(i, from));
            }
        }
        List<Features> heard = parallel.map(
                pieces, () -> request.model().frontEnd(), frontEnd -> piece -> cepstra(frontEnd, piece, cancel));
        List<Features> result = new ArrayList<>();
        for (int p = 0; p < pieces.size(); ) {
            int first = p;
            while (p < pieces.size()
                    && pieces.get(p).side() == pieces.get(first).side()) {
                p++;
            }
            result.add(behindEachOther(heard.subList(first, p)));
        }
        return result;
    }

    /** The pieces of a recording, left where they are: of ten hours another copy would be 190 MB. */
    private static Features behindEachOther(List<Features> pieces) {
        int[] first = new int[pieces.size() + 1];
        for (int p = 0; p < pieces.size(); p++) {
            first[p + 1] = first[p] + pieces.get(p).frames();
        }
        return new Features(
                (t, from, to, target, at) -> {
                    int p = t / PIECE;
                    // The last but one lacks a frame where the sound ends just behind it.
                    while (t >= first[p + 1]) {
                        p++;
                    }
                    pieces.get(p).read(t - first[p], from, to, target, at);
                },
                first[pieces.size()],
                pieces.get(0).dimension());
    }

    /** Frames of a recording, from one on. */
    private record Piece(int side, int from) {}

    private Features cepstra(FrontEnd frontEnd, Piece piece, CancellationToken cancel) {
        SampleSource side = request.sides().get(piece.side());
        int shift = rate / 100;
        int before = Math.min(piece.from(), BEFORE);
        long from = (long) (piece.from() - before) * shift;
        long length = Math.min(side.length() - from, (long) (before + PIECE + AFTER) * shift);
        Features all = frontEnd.cepstra(
                new SampleSource() {
                    @Override
                    public int rate() {
                        return rate;
                    }

                    @Override
                    public long length() {
                        return length;
                    }

                    @Override
                    public void read(long at, float[] target, int count) {
                        side.read(from + at, target, count);
                    }
                },
                cancel);
        return all.part(before, Math.min(all.frames(), before + PIECE));
    }

    private int side(int frame) {
        int i = 0;
        while (i + 2 < firstFrame.length && frame >= firstFrame[i + 1]) {
            i++;
        }
        return i;
    }

    /** The moment at which a frame begins: halfway between its middle and that of the frame before. */
    double seconds(double frame) {
        int i = side((int) frame);
        double local = (frame - firstFrame[i] - 0.5) * Features.FRAME_SECONDS + Features.FRAME_CENTRE_SECONDS;
        return Math.min(firstSecond[i + 1], Math.max(firstSecond[i], firstSecond[i] + local));
    }

    /** The frame whose middle is nearest to a moment. */
    int frame(double second) {
        int i = 0;
        while (i + 2 < firstSecond.length && second >= firstSecond[i + 1]) {
            i++;
        }
        double local = (second - firstSecond[i] - Features.FRAME_CENTRE_SECONDS) / Features.FRAME_SECONDS;
        return Math.max(firstFrame[i], Math.min(firstFrame[i + 1], firstFrame[i] + (int) Math.round(local)));
    }

    /** Samples around a moment, from one sample before it on; zero outside. */
    void samples(double second, int before, float[] target) {
        int i = 0;
        while (i + 2 < firstSecond.length && second >= firstSecond[i + 1]) {
            i++;
        }
        SampleSource side = request.sides().get(i);
        side.read(Math.round((second - firstSecond[i]) * rate) - before, target, target.length);
    }

    int sampleRate() {
        return rate;
    }

    /** Level of each frame, in decibels. */
    double[] decibels() {
        double[] result = new double[frames()];
        float[] block = new float[rate / 100];
        for (int t = 0; t < result.length; t++) {
            samples(seconds(t), 0, block);
            double sum = 0;
            for (float v : block) {
                sum += v * v;
            }
            result[t] = 10 * Math.log10(1 + sum / block.length);
        }
        return result;
    }

    /** Decibels between the power of the frames of speech and of the others in some stretches; 0 if there is only one kind. */
    double signalToNoise(boolean[] speech, List<int[]> stretches) {
        float[] block = new float[rate / 100];
        double[] power = new double[2];
        long[] count = new long[2];
        for (int[] stretch : stretches) {
            for (int t = stretch[0]; t < stretch[1]; t += 3) {
                samples(seconds(t), 0, block);
                double sum = 0;
                for (float v : block) {
                    sum += v * v;
                }
                int kind = speech[t] ? 1 : 0;
                power[kind] += sum;
                count[kind] += block.length;
            }
        }
        if (count[0] == 0 || count[1] == 0) {
            return 0;
        }
        double noise = Math.max(0.1, power[0] / count[0]);
        double signal = Math.max(noise * 1e-3, power[1] / count[1] - noise);
        return 10 * Math.log10(signal / noise);
    }
}
