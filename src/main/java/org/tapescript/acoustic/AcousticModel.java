package org.tapescript.acoustic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A hidden Markov model of the phones of a language, with tied states (senones) whose densities are mixtures of Gaussians
 * from codebooks. Immutable and shared by all threads; a {@link SenoneScorer} evaluates it.
 *
 * <p>One codebook for each senone is a <em>continuous</em> model, one for all a <em>semi-continuous</em> one, one for each
 * phone a <em>phonetically tied</em> (PTM) one; all three look the same from here.
 */
public final class AcousticModel {
    /** Gaussians that a codebook has at most: as many as can be told apart while the best are looked for. */
    public static final int MAXIMUM_GAUSSIANS = RowMath.PLACES;

    /** Where in its word a phone stands; senones depend on it. */
    public enum Position {
        BEGIN,
        END,
        INTERNAL,
        SINGLE
    }

    /**
     * Gaussians of one codebook in one stream, one after the other; {@code precisions} are halves of inverse variances.
     *
     * @param scales roots of the precisions
     * @param offsets of the means, scaled and turned round: the square of {@code x * scale + offset} is a weighted distance
     */
    public record Codebook(
            int dimension,
            int gaussians,
            float[] means,
            float[] precisions,
            float[] logNorms,
            float[] scales,
            float[] offsets) {
        /** A codebook whose scales and offsets are worked out. */
        public static Codebook of(int dimension, int gaussians, float[] means, float[] precisions, float[] logNorms) {
            float[] scales = new float[means.length];
            float[] offsets = new float[means.length];
            for (int i = 0; i < means.length; i++) {
                scales[i] = (float) Math.sqrt(precisions[i]);
                offsets[i] = -means[i] * scales[i];
            }
            return new Codebook(dimension, gaussians, means, precisions, logNorms, scales, offsets);
        }
    }

    private final List<String> phones;
    private final Map<String, Integer> phoneIndex;
    private final boolean[] filler;
    private final int statesPerPhone;
    private final int[][] phoneSenones;
    private final int[] phoneTransitions;
    private final Map<Long, int[]> triphones;
    private final float[][] transitions;
    private final int[] streamOffsets;
    private final Codebook[][] codebooks;
    private final int[] senoneCodebook;
    private final MixtureWeights weights;

    /** Mean and standard deviation of what a senone expects, by dimension. */
    public record Moments(float[] mean, float[] deviation) {}

    /** Everything a model consists of, by name: a constructor of eleven parameters would invite mix-ups. */
    public record Parts(
            List<String> phones,
            boolean[] filler,
            int statesPerPhone,
            int[][] phoneSenones,
            int[] phoneTransitions,
            Map<Long, int[]> triphones,
            float[][] transitions,
            int[] streamOffsets,
            Codebook[][] codebooks,
            int[] senoneCodebook,
            MixtureWeights weights) {}

    private final Parts parts;
    private final AtomicReferenceArray<Moments> moments;

    public AcousticModel(Parts parts) {
        this.parts = parts;
        this.moments = new AtomicReferenceArray<>(parts.senoneCodebook().length);
        this.phones = List.copyOf(parts.phones());
        this.phoneIndex = new java.util.HashMap<>();
        for (int i = 0; i < phones.size(); i++) {
            phoneIndex.put(phones.get(i), i);
        }
        this.filler = parts.filler();
        this.statesPerPhone = parts.statesPerPhone();
        this.phoneSenones = parts.phoneSenones();
        this.phoneTransitions = parts.phoneTransitions();
        this.triphones = parts.triphones();
        this.transitions = parts.transitions();
        this.streamOffsets = parts.streamOffsets();
        this.codebooks = parts.codebooks();
        this.senoneCodebook = parts.senoneCodebook();
        this.weights = parts.weights();
    }

    /** The same model with other codebooks of the same shape. */
    AcousticModel withCodebooks(Codebook[][] others) {
        return new AcousticModel(new Parts(
                parts.phones(),
                parts.filler(),
                parts.statesPerPhone(),
                parts.phoneSenones(),
                parts.phoneTransitions(),
                parts.triphones(),
                parts.transitions(),
                parts.streamOffsets(),
                others,
                parts.senoneCodebook(),
                parts.weights()));
    }

    /**
     * A model of other phones, each of which sounds as one of this model's does without context. Each has senones of its own, so that it
     * can become different; fillers stay as they are, behind them.
     *
     * @param sounds names of the phones and of those that they sound as
     */
    public AcousticModel lending(Map<String, String> sounds) {
        Map<String, String> all = new java.util.LinkedHashMap<>(sounds);
        for (int p = 0; p < phones.size(); p++) {
            if (filler[p]) {
                all.put(phones.get(p), phones.get(p));
            }
        }
        List<String> names = List.copyOf(all.keySet());
        boolean[] fillers = new boolean[names.size()];
        int[][] senones = new int[names.size()][statesPerPhone];
        int[] tables = new int[names.size()];
        int[] books = new int[names.size() * statesPerPhone];
        float[][] lent = new float[books.length][];
        for (int p = 0; p < names.size(); p++) {
            int like = phone(all.get(names.get(p)));
            if (like < 0) {
                throw new IllegalArgumentException("there is no phone " + all.get(names.get(p)));
            }
            fillers[p] = filler[like];
            tables[p] = phoneTransitions[like];
            for (int s = 0; s < statesPerPhone; s++) {
                int senone = p * statesPerPhone + s;
                senones[p][s] = senone;
                books[senone] = codebookOf(phoneSenones[like][s]);
                lent[senone] = weights.of(phoneSenones[like][s]);
            }
        }
        return new AcousticModel(new Parts(
                names,
                fillers,
                statesPerPhone,
                senones,
                tables,
                Map.of(),
                transitions,
                streamOffsets,
                codebooks,
                books,
                new MixtureWeights(lent, books, codebooks)));
    }

    /**
     * A model that knows only some of its phones: no codebooks but theirs are left, so that nothing is chosen in the others. The rest keep
     * their numbers, and sound like silence.
     */
    public AcousticModel knowing(int[] some) {
        int[] books = new int[senones()];
        Arrays.fill(books, codebookOf(senones(silence())[0]));
        for (int p : some) {
            for (int senone : senones(p)) {
                books[senone] = codebookOf(senone);
            }
        }
        int[] left = Arrays.stream(books).distinct().sorted().toArray();
        int[] own = Arrays.stream(books).map(b -> Arrays.binarySearch(left, b)).toArray();
        Codebook[][] theirs = Arrays.stream(left).mapToObj(b -> codebooks[b]).toArray(Codebook[][]::new);
        float[][] linear = new float[senones()][];
        for (int senone = 0; senone < linear.length; senone++) {
            linear[senone] = weights.of(senone);
        }
        return with(streamOffsets, theirs, own, linear);
    }

    /** A model of the same phones whose senones have mixtures of their own, one codebook each. */
    AcousticModel withMixtures(int[] streams, Codebook[][] books, float[][] linear) {
        return with(streams, books, IntStream.range(0, books.length).toArray(), linear);
    }

    /** @param own by senone, which codebook is its own */
    private AcousticModel with(int[] streams, Codebook[][] books, int[] own, float[][] linear) {
        return new AcousticModel(new Parts(
                phones,
                filler,
                statesPerPhone,
                phoneSenones,
                phoneTransitions,
                triphones,
                transitions,
                streams,
                books,
                own,
                new MixtureWeights(linear, own, books)));
    }

    /** Key of a phone in context for the triphone table. */
    public static long triphoneKey(int phone, int left, int right, Position position) {
        return ((((long) phone << 12 | left) << 12) | right) << 2 | position.ordinal();
    }

    public List<String> phones() {
        return phones;
    }

    /** Index of a phone by its name, or -1 where the model has none of that name. */
    public int phone(String name) {
        return phoneIndex.getOrDefault(name, -1);
    }

    /** The silence phone. */
    public int silence() {
        return phoneIndex.get("SIL");
    }

    /** Whether a phone stands for silence or noise, not for speech. */
    public boolean isFiller(int phone) {
        return filler[phone];
    }

    public int statesPerPhone() {
        return statesPerPhone;
    }

    public int senones() {
        return senoneCodebook.length;
    }

    /** Senones of a phone without context, state by state. */
    public int[] senones(int phone) {
        return phoneSenones[phone];
    }

    /** Senones of a phone between two others; where training never saw that, of its nearest kin. */
    public int[] senones(int phone, int left, int right, Position position) {
        if (filler[phone]) {
            return phoneSenones[phone];
        }
        // Noise counts as silence for its neighbours, as in training.
        int l = filler[left] ? silence() : left;
        int r = filler[right] ? silence() : right;
        int[] found = triphones.get(triphoneKey(phone, l, r, position));
        for (int p = 0; found == null && p < Position.values().length; p++) {
            found = triphones.get(triphoneKey(phone, l, r, Position.values()[p]));
        }
        return found == null ? phoneSenones[phone] : found;
    }

    /**
     * Log transition probabilities of a phone, row {@code from} of {@code statesPerPhone + 1} columns; the last column
     * leaves the phone.
     */
    public float[] transitions(int phone) {
        return transitions[phoneTransitions[phone]];
    }

    public int streams() {
        return streamOffsets.length - 1;
    }

    /** First dimension of a stream in the feature vector; one more entry than there are streams. */
    public int streamOffset(int stream) {
        return streamOffsets[stream];
    }

    public int featureDimension() {
        return streamOffsets[streamOffsets.length - 1];
    }

    public int codebooks() {
        return codebooks.length;
    }

    public Codebook codebook(int codebook, int stream) {
        return codebooks[codebook][stream];
    }

    public int codebookOf(int senone) {
        return senoneCodebook[senone];
    }

    /** Mean and standard deviation of a senone's mixture; worked out when asked for first. */
    public Moments moments(int senone) {
        Moments known = moments.get(senone);
        if (known == null) {
            known = computeMoments(senone);
            moments.set(senone, known);
        }
        return known;
    }

    private Moments computeMoments(int senone) {
        float[] mean = new float[featureDimension()];
        float[] deviation = new float[featureDimension()];
        for (int s = 0; s < streams(); s++) {
            Codebook book = codebook(codebookOf(senone), s);
            double all = 0;
            for (int g = 0; g < book.gaussians(); g++) {
                all += weights.of(senone, s, g);
            }
            for (int d = 0; d < book.dimension(); d++) {
                double first = 0;
                double second = 0;
                for (int g = 0; g < book.gaussians(); g++) {
                    double weight = weights.of(senone, s, g) / all;
                    double m = book.means()[g * book.dimension() + d];
                    first += weight * m;
                    second += weight * (m * m + 0.5 / book.precisions()[g * book.dimension() + d]);
                }
                mean[streamOffset(s) + d] = (float) first;
                deviation[streamOffset(s) + d] = (float) Math.sqrt(Math.max(1e-6, second - first * first));
            }
        }
        return new Moments(mean, deviation);
    }

    MixtureWeights weights() {
        return weights;
    }
}
