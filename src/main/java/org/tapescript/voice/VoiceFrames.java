package org.tapescript.voice;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.tapescript.acoustic.AcousticModel;
import org.tapescript.acoustic.Features;

/**
 * A word's voice frame by frame: how each frame deviates from what the model expects of the phone said there. {@link
 * VoiceStatistics} are the sum of it.
 */
public final class VoiceFrames {
    /** The phone of a frame in which none is said. */
    private static final byte NONE = -1;

    private static final int BYTES = 1;

    private final int modelPhones;
    private final int dimensions;
    private final double start;
    private final byte[] phones;
    private final float[] deviations;

    private VoiceFrames(int modelPhones, int dimensions, double start, byte[] phones, float[] deviations) {
        this.modelPhones = modelPhones;
        this.dimensions = dimensions;
        this.start = start;
        this.phones = phones;
        this.deviations = deviations;
    }

    /**
     * So many frames, in which nothing is said yet.
     *
     * @param phones of the model
     * @param dimensions of a deviation
     * @param start of the first frame, in seconds
     */
    private static VoiceFrames of(int phones, int dimensions, double start, int frames) {
        byte[] none = new byte[frames];
        Arrays.fill(none, NONE);
        return new VoiceFrames(phones, dimensions, start, none, new float[frames * dimensions]);
    }

    /** The same of a model. */
    public static VoiceFrames of(AcousticModel model, double start, int frames) {
        return of(model.phones().size(), VoiceStatistics.dimensions(model), start, frames);
    }

    /** Says that a frame of the features, this one's {@code at}th, is one of a phone's state. */
    public void set(int at, AcousticModel model, Features features, int frame, int phone, int senone) {
        phones[at] = (byte) phone;
        VoiceStatistics.deviation(model, features, frame, senone, deviations, at * dimensions);
    }

    /** Of a word that has no time. */
    public static VoiceFrames none() {
        return of(0, 0, 0, 0);
    }

    public int frames() {
        return phones.length;
    }

    /** When a frame begins, in seconds on the timeline. */
    public double seconds(int frame) {
        return start + frame * Features.FRAME_SECONDS;
    }

    /** Log likelihood of a frame under a voice, against that of a voice as the model expects it; 0 if nothing is said. */
    public double fit(int frame, VoiceModel voice) {
        return phones[frame] < 0 ? 0 : voice.fit(phones[frame], deviations, frame * dimensions, dimensions);
    }

    /** Mean square by which a frame's dimensions differ from a voice, in deviations of the model; 0 if nothing is said. */
    public double distance(int frame, VoiceModel voice) {
        return phones[frame] < 0 ? 0 : voice.distance(phones[frame], deviations, frame * dimensions, dimensions);
    }

    /** What all frames together say of the voice. */
    public VoiceStatistics statistics() {
        return statistics(0, phones.length);
    }

    /** What frames {@code [from, to)} say of the voice. */
    public VoiceStatistics statistics(int from, int to) {
        VoiceStatistics result = VoiceStatistics.of(modelPhones, dimensions);
        for (int t = from; t < to; t++) {
            if (phones[t] >= 0) {
                result.add(phones[t], deviations, t * dimensions);
            }
        }
        return result;
    }

    /** Writes all there is. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(phones.length);
        out.writeShort(modelPhones);
        out.writeShort(dimensions);
        out.writeDouble(start);
        ByteBuffer frames = ByteBuffer.allocate(phones.length * (BYTES + Float.BYTES * dimensions));
        for (int t = 0; t < phones.length; t++) {
            frames.put(phones[t]);
            for (int d = 0; d < dimensions; d++) {
                frames.putFloat(deviations[t * dimensions + d]);
            }
        }
        out.write(frames.array());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not that, or breaks off
     */
    public static VoiceFrames read(DataInput in) throws IOException {
        int count = in.readInt();
        int modelPhones = in.readUnsignedShort();
        int dimensions = in.readUnsignedShort();
        if (count < 0 || count > 1 << 20 || dimensions > 1 << 8) {
            throw new StreamCorruptedException("not the frames of a word");
        }
        VoiceFrames result = of(modelPhones, dimensions, in.readDouble(), count);
        byte[] bytes = new byte[count * (BYTES + Float.BYTES * dimensions)];
        in.readFully(bytes);
        ByteBuffer frames = ByteBuffer.wrap(bytes);
        for (int t = 0; t < count; t++) {
            result.phones[t] = frames.get();
            for (int d = 0; d < dimensions; d++) {
                result.deviations[t * dimensions + d] = frames.getFloat();
            }
            if (result.phones[t] >= modelPhones) {
                throw new StreamCorruptedException("there is no phone " + result.phones[t]);
            }
        }
        return result;
    }
}
