package org.tapescript.voice;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;

/**
 * How a stretch of speech differs from what the model expects of its phones: by phone, how many frames there were, and the sum of
 * their deviations. What is said is thus set aside, and what remains is the voice and its place in the room.
 *
 * <p>Deviations are those of the features' first {@value #DIMENSIONS} dimensions, the cepstrum itself, each divided by the standard
 * deviation that the model knows of it. There is room for the phones that were heard only: a word has five of forty, and ten hours have
 * 90,000 words. Not thread-safe.
 */
public final class VoiceStatistics {
    private static final int DIMENSIONS = 13;

    private static final short UNHEARD = -1;
    /** Phones that there is room for at first. */
    private static final int FEW = 4;

    private final int dimensions;
    /** By phone, its row in what follows. */
    private final short[] rows;

    private int heard;
    private float[] frames;
    private float[] sums;

    public VoiceStatistics(AcousticModel model) {
        this(model.phones().size(), dimensions(model));
    }

    private VoiceStatistics(int phones, int dimensions) {
        this.dimensions = dimensions;
        this.rows = new short[phones];
        Arrays.fill(rows, UNHEARD);
        this.frames = new float[0];
        this.sums = new float[0];
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
        int row = row(phone);
        frames[row]++;
        for (int d = 0; d < dimensions; d++) {
            sums[row * dimensions + d] += deviation[at + d];
        }
    }

    /** The row of a phone, which it is given if it was not heard before. */
    private int row(int phone) {
        if (rows[phone] == UNHEARD) {
            if (heard == frames.length) {
                int room = Math.min(rows.length, Math.max(FEW, 2 * heard));
                frames = Arrays.copyOf(frames, room);
                sums = Arrays.copyOf(sums, room * dimensions);
            }
            rows[phone] = (short) heard++;
        }
        return rows[phone];
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
        VoiceStatistics result = new VoiceStatistics(rows.length, dimensions);
        for (int p = 0; p < rows.length; p++) {
            if (rows[p] != UNHEARD || other.rows[p] != UNHEARD) {
                int row = result.row(p);
                result.frames[row] = frames(p) + share * other.frames(p);
                for (int d = 0; d < dimensions; d++) {
                    result.sums[row * dimensions + d] = sum(p, d) + share * other.sum(p, d);
                }
            }
        }
        return result;
    }

    /** The same with a further dimension, in which all frames deviate by so much. */
    public VoiceStatistics withDimension(float deviation) {
        VoiceStatistics result = new VoiceStatistics(rows.length, dimensions + 1);
        for (int p = 0; p < rows.length; p++) {
            if (rows[p] != UNHEARD) {
                int row = result.row(p);
                result.frames[row] = frames(p);
                System.arraycopy(sums, rows[p] * dimensions, result.sums, row * result.dimensions, dimensions);
                result.sums[row * result.dimensions + dimensions] = frames(p) * deviation;
            }
        }
        return result;
    }

    /** Writes all there is, phones that were not heard left out. */
    public void write(DataOutput out) throws IOException {
        out.writeShort(rows.length);
        out.writeShort(dimensions);
        for (int p = 0; p < rows.length; p++) {
            if (frames(p) != 0) {
                out.writeShort(p);
                out.writeFloat(frames(p));
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
        int phones = in.readUnsignedShort();
        int dimensions = in.readUnsignedShort();
        if (phones > Short.MAX_VALUE) {
            throw new StreamCorruptedException("no model has " + phones + " phones");
        }
        VoiceStatistics result = new VoiceStatistics(phones, dimensions);
        for (int p = in.readShort(); p != -1; p = in.readShort()) {
            if (p < 0 || p >= result.rows.length) {
                throw new StreamCorruptedException("there is no phone " + p);
            }
            int row = result.row(p);
            result.frames[row] = in.readFloat();
            for (int d = 0; d < result.dimensions; d++) {
                result.sums[row * result.dimensions + d] = in.readFloat();
            }
        }
        return result;
    }

    public int phones() {
        return rows.length;
    }

    public int dimensions() {
        return dimensions;
    }

    /** Frames of a phone. */
    public float frames(int phone) {
        return rows[phone] == UNHEARD ? 0 : frames[rows[phone]];
    }

    /** Sum of the deviations of a phone's frames in a dimension. */
    public float sum(int phone, int dimension) {
        return rows[phone] == UNHEARD ? 0 : sums[rows[phone] * dimensions + dimension];
    }

    /** Mean deviation of all frames in a dimension; 0 if there are none. */
    public float mean(int dimension) {
        float sum = 0;
        for (int p = 0; p < rows.length; p++) {
            sum += sum(p, dimension);
        }
        return frames() == 0 ? 0 : sum / frames();
    }

    /** Frames of all phones. */
    public float frames() {
        float sum = 0;
        for (int p = 0; p < rows.length; p++) {
            sum += frames(p);
        }
        return sum;
    }
}
