package org.tapescript.align;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.AcousticModel.Codebook;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.FrontEnd;
import org.tapescript.acoustic.MixtureWeights;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.acoustic.SpeechModel;
import org.tapescript.job.CancellationToken;

/**
 * Speech in a language that is drawn: phones that expect what nobody knows beforehand, words of them, and sound drawn from the model
 * itself, so that an aligner can only find what it looks for.
 */
abstract class DrawnSpeech {
    static final int PHONES = 13;
    static final int DIMENSION = 4;
    static final int SAMPLES_PER_FRAME = 160;
    static final int VOCABULARY = 80;

    final Random random = new Random(11);
    final float[][] means = new float[PHONES * 3][DIMENSION];
    final AcousticModel model = model();
    final List<int[]> vocabulary = new ArrayList<>();
    final List<float[]> sound = new ArrayList<>();
    /** Deviation of the frames drawn; 1 is what the model expects. */
    double noise = 1;

    AcousticModel model() {
        for (int i = 0; i < means.length; i++) {
            for (int d = 0; d < DIMENSION; d++) {
                means[i][d] = i < 3 ? -6 : (float) (2.5 * random.nextGaussian());
            }
        }
        return model(0);
    }

    /** @param apart by how much the model's phones sound otherwise than those of the tape */
    AcousticModel model(double apart) {
        Random other = new Random(12);
        int n = PHONES * 3;
        Codebook[][] books = new Codebook[n][];
        int[] ids = new int[n];
        float[][] weights = new float[n][];
        int[][] senones = new int[PHONES][];
        for (int i = 0; i < n; i++) {
            float[] precisions = new float[DIMENSION];
            for (int d = 0; d < DIMENSION; d++) {
                precisions[d] = 0.5f;
            }
            float norm = (float) (-0.5 * DIMENSION * Math.log(2 * Math.PI));
            float[] known = means[i].clone();
            for (int d = 0; d < DIMENSION && i >= 3; d++) {
                known[d] += (float) (apart * other.nextGaussian());
            }
            books[i] = new Codebook[] {Codebook.of(DIMENSION, 1, known, precisions, new float[] {norm})};
            ids[i] = i;
            weights[i] = new float[] {1};
        }
        for (int p = 0; p < PHONES; p++) {
            senones[p] = new int[] {3 * p, 3 * p + 1, 3 * p + 2};
        }
        float stay = (float) Math.log(0.6);
        float go = (float) Math.log(0.4);
        float never = Float.NEGATIVE_INFINITY;
        float[] transitions = {stay, go, never, never, never, stay, go, never, never, never, stay, go};
        return new AcousticModel(new AcousticModel.Parts(
                IntStream.range(0, PHONES)
                        .mapToObj(p -> p == 0 ? "SIL" : "P" + p)
                        .toList(),
                firstIsFiller(),
                3,
                senones,
                new int[PHONES],
                Map.of(),
                new float[][] {transitions},
                new int[] {0, DIMENSION},
                books,
                ids,
                new MixtureWeights(weights, ids, books)));
    }

    static boolean[] firstIsFiller() {
        boolean[] fillers = new boolean[PHONES];
        fillers[0] = true;
        return fillers;
    }

    @BeforeEach
    void makeWords() {
        for (int i = 0; i < VOCABULARY; i++) {
            int[] phones = new int[3 + random.nextInt(6)];
            for (int k = 0; k < phones.length; k++) {
                phones[k] = 1 + random.nextInt(PHONES - 1);
            }
            vocabulary.add(phones);
        }
    }

    List<Integer> text(int words) {
        return random.ints(words, 0, VOCABULARY).boxed().toList();
    }

    void say(int phone, int frames) {
        for (int t = 0; t < frames; t++) {
            float[] frame = means[3 * phone + 3 * t / frames].clone();
            for (int d = 0; d < DIMENSION; d++) {
                frame[d] += (float) (noise * random.nextGaussian());
            }
            sound.add(frame);
        }
    }

    /** Says a word, sometimes after a pause, and returns the frame at which it begins. */
    int say(int word) {
        if (random.nextInt(5) == 0) {
            say(0, 20 + random.nextInt(40));
        }
        int start = sound.size();
        for (int phone : vocabulary.get(word)) {
            say(phone, 5 + random.nextInt(6));
        }
        return start;
    }

    /** One sample source whose samples only tell how long it is, and a front end that gives the frames drawn. */
    AlignmentRequest request(List<Integer> text, AlignmentRequest.Pin... pins) {
        return request(text, AlignmentRequest.Guide.NONE, pins);
    }

    AlignmentRequest request(List<Integer> text, AlignmentRequest.Guide guide, AlignmentRequest.Pin... pins) {
        return request(model, text, guide, pins);
    }

    /** @param heardWith a model; any but the tape's own is taken for one that is lent */
    AlignmentRequest request(
            AcousticModel heardWith, List<Integer> text, AlignmentRequest.Guide guide, AlignmentRequest.Pin... pins) {
        FrontEnd frontEnd = new FrontEnd() {
            @Override
            public int sampleRate() {
                return 100 * SAMPLES_PER_FRAME;
            }

            @Override
            public Features cepstra(SampleSource samples, CancellationToken cancel) {
                float[] values = new float[sound.size() * DIMENSION];
                for (int t = 0; t < sound.size(); t++) {
                    System.arraycopy(sound.get(t), 0, values, t * DIMENSION, DIMENSION);
                }
                return new Features(values, DIMENSION);
            }
        };
        SampleSource samples = new SampleSource() {
            @Override
            public int rate() {
                return 100 * SAMPLES_PER_FRAME;
            }

            @Override
            public long length() {
                return (long) sound.size() * SAMPLES_PER_FRAME;
            }

            @Override
            public void read(long from, float[] target, int count) {
                for (int i = 0; i < count; i++) {
                    int frame = (int) ((from + i) / SAMPLES_PER_FRAME);
                    boolean loud = frame >= 0 && frame < sound.size() && sound.get(frame)[0] > -4;
                    target[i] =
                            (loud ? 1000 : 10) * (Long.bitCount((from + i) * 0x9E3779B97F4A7C15L) % 2 == 0 ? 1 : -1);
                }
            }
        };
        return new AlignmentRequest(
                new SpeechModel(heardWith, frontEnd, cepstra -> cepstra, heardWith != model),
                List.of(samples),
                text.stream()
                        .map(w -> List.of(new Pronunciation(vocabulary.get(w), 0)))
                        .toList(),
                List.of(),
                List.of(),
                List.of(pins),
                BitSet.valueOf(new long[0]),
                guide);
    }
}
