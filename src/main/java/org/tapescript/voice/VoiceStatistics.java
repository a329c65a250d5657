package org.tapescript.voice;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;

/**
 * How a stretch of speech differs from what the model expects of its phones: by phone, how many frames there were, and the sum of
 * their deviations. What is said is thus set aside, and what remains is the voice and its place in the room.
 *
 * <p>Deviations are those of the features' first {@value #DIMENSIONS} dimensions, the cepstrum itself, each divided by the standard
 * deviation that the model knows of it. Not thread-safe.
 */
public final class VoiceStatistics {
    private static final int DIMENSIONS = 13;

    private final int dimensions;
    private final float[] frames;
    private final float[] sums;

    public VoiceStatistics(AcousticModel model) {
        this(model.phones().size(), dimensions(model));
    }

    private VoiceStatistics(int phones, int dimensions) {
        this.dimensions = dimensions;
        this.frames = new float[phones];
        this.sums = new float[phones * dimensions];
    }

    /** No frame yet, of a model with so many phones. */
    public static VoiceStatistics of(int phones, int dimensions) {
        return new VoiceStatistics(phones, dimensions);
    }

    /** Counts a frame as one of a phone's state. */
    public void add(AcousticModel model, Features features, int frame, int phone, int senone) {
        float[] deviation = new float[dimensions];
        deviation(model, features, frame, senone, deviation, 0);
        add(phone, deviation, 0);
    }

    /** Counts a frame as one of a phone, its deviation being what stands from {@code at} on. */
    public void add(int phone, float[] deviation, int at) {
        frames[phone]++;
        for (int d = 0; d < dimensions; d++) {
            sums[phone * dimensions + d] += deviation[at + d];
        }
    }

    /** Writes how a frame differs from what the model expects of a state to {@code target}, from {@code at} on. */
    public static void deviation(
            AcousticModel model, Features features, int frame, int senone, float[] target, int at) {
        AcousticModel.Moments moments = model.moments(senone);
        features.read(frame, 0, dimensions(model), target, at);
        for (int d = 0; d < dimensions(model); d++) {
            target[at + d] = (target[at + d] - moments.mean()[d]) / moments.deviation()[d];
        }
    }

    /** Dimensions of a model's features that tell voices. */
    public static int dimensions(AcousticModel model) {
        return Math.min(DIMENSIONS, model.featureDimension());
    }

    /** Both together. */
    public VoiceStatistics plus(VoiceStatistics other) {
        return plus(other, 1);
    }

    /** This and a share of another: a negative share takes it away. */
    public VoiceStatistics plus(VoiceStatistics other, float share) {
        VoiceStatistics result = new VoiceStatistics(frames.length, dimensions);
        for (int i = 0; i < frames.length; i++) {
            result.frames[i] = frames[i] + share * other.frames[i];
        }
        for (int i = 0; i < sums.length; i++) {
            result.sums[i] = sums[i] + share * other.sums[i];
        }
        return result;
    }

    /** The same with a further dimension, in which all frames deviate by so much. */
    public VoiceStatistics withDimension(float deviation) {
        VoiceStatistics result = new VoiceStatistics(frames.length, dimensions + 1);
        for (int p = 0; p < frames.length; p++) {
            result.frames[p] = frames[p];
            System.arraycopy(sums, p * dimensions, result.sums, p * result.dimensions, dimensions);
            result.sums[p * result.dimensions + dimensions] = frames[p] * deviation;
        }
        return result;
    }

    /** Writes all there is, phones that were not heard left out. */
    public void write(DataOutput out) throws IOException {
        out.writeShort(frames.length);
        out.writeShort(dimensions);
        for (int p = 0; p < frames.length; p++) {
            if (frames[p] != 0) {
                out.writeShort(p);
                out.writeFloat(frames[p]);
                for (int d = 0; d < dimensions; d++) {
                    out.writeFloat(sum(p, d));
                }
            }
        }
        out.writeShort(-1);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not that, or breaks off
     */
    public static VoiceStatistics read(DataInput in) throws IOException {
        VoiceStatistics result = new VoiceStatistics(in.readUnsignedShort(), in.readUnsignedShort());
        for (int p = in.readShort(); p != -1; p = in.readShort()) {
            if (p < 0 || p >= result.frames.length) {
                throw new StreamCorruptedException("there is no phone " + p);
            }
            result.frames[p] = in.readFloat();
            for (int d = 0; d < result.dimensions; d++) {
                result.sums[p * result.dimensions + d] = in.readFloat();
            }
        }
        return result;
    }

    public int phones() {
        return frames.length;
    }

    public int dimensions() {
        return dimensions;
    }

    /** Frames of a phone. */
    public float frames(int phone) {
        return frames[phone];
    }

    /** Sum of the deviations of a phone's frames in a dimension. */
    public float sum(int phone, int dimension) {
        return sums[phone * dimensions + dimension];
    }

    /** Mean deviation of all frames in a dimension; 0 if there are none. */
    public float mean(int dimension) {
        float sum = 0;
        for (int p = 0; p < frames.length; p++) {
            sum += sum(p, dimension);
        }
        return frames() == 0 ? 0 : sum / frames();
    }

    /** Frames of all phones. */
    public float frames() {
        float sum = 0;
        for (float f : frames) {
            sum += f;
        }
        return sum;
    }
}
