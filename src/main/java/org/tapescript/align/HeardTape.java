package org.tapescript.align;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tapescript.acoustic.Features;
import org.tapescript.align.AlignmentResult.Stretch;
import org.tapescript.voice.VoiceModel;
import org.tapescript.voice.VoiceStatistics;

/**
 * What can be recognised of a tape without a text: where there is speech, the nearest phone of the model in each frame, and how
 * the voice deviates from what the model expects of that phone. Useful for speech in any language, since voices and pauses do
 * not depend on it.
 */
public final class HeardTape {
    private static final int FRAME_BYTES = 4;
    /** Frames that are written and read at once. */
    private static final int PORTION = 4096;
    /** Resolution in which levels and deviations are stored: steps a decibel, and steps a standard deviation. */
    private static final float DECIBELS = 100;

    private static final float DEVIATIONS = 500;
    /** Frames around a stretch that count as part of it. */
    private static final int MARGIN_FRAMES = 10;

    private final Timeline timeline;
    private final int phones;
    private final int dimensions;
    private final byte[] phone;
    private final boolean[] pause;
    private final boolean[] speech;
    private final Features deviations;
    private final float[] decibels;
    private final List<TapeListener.Sighting> sightings;

    /**
     * @param phones phones of the model
     * @param phone by frame
     * @param pause by frame, whether a filler of the model is heard
     * @param speech by frame
     * @param deviations of each frame
     * @param decibels level of each frame
     * @param sightings of keywords
     */
    HeardTape(
            Timeline timeline,
            int phones,
            byte[] phone,
            boolean[] pause,
            boolean[] speech,
            Features deviations,
            float[] decibels,
            List<TapeListener.Sighting> sightings) {
        this.timeline = timeline;
        this.phones = phones;
        this.dimensions = deviations.dimension();
        this.phone = phone;
        this.pause = pause;
        this.speech = speech;
        this.deviations = deviations;
        this.decibels = decibels;
        this.sightings = List.copyOf(sightings);
    }

    /** The same, apart from the sound that deviations are worked out from when they are read. */
    HeardTape apart() {
        return new HeardTape(
                timeline,
                phones,
                phone,
                pause,
                speech,
                new Features(deviations.values(), dimensions),
                decibels,
                sightings);
    }

    /** Writes all that was heard, but not when: the recordings tell that. */
    void write(DataOutput out) throws IOException {
        out.writeInt(phone.length);
        out.writeInt(phones);
        out.writeInt(dimensions);
        float[] deviation = new float[dimensions];
        ByteBuffer frames = ByteBuffer.allocate(PORTION * (FRAME_BYTES + 2 * dimensions));
        for (int t = 0; t < phone.length; t++) {
            if (frames.remaining() == 0) {
                out.write(frames.array());
                frames.clear();
            }
            deviations.read(t, 0, dimensions, deviation, 0);
            frames.put(phone[t]).put((byte) ((pause[t] ? 1 : 0) | (speech[t] ? 2 : 0)));
            frames.putShort((short) (decibels[t] * DECIBELS));
            for (int d = 0; d < dimensions; d++) {
                frames.putShort(
                        (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, deviation[d] * DEVIATIONS)));
            }
        }
        out.write(frames.array(), 0, frames.position());
        out.writeInt(sightings.size());
        for (TapeListener.Sighting s : sightings) {
            out.writeInt(s.keyword());
            out.writeInt(s.frame());
            out.writeFloat(s.score());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not that, or breaks off
     */
    static HeardTape read(DataInput in, Timeline timeline) throws IOException {
        int count = in.readInt();
        int phones = in.readInt();
        int dimensions = in.readInt();
        if (count < 0 || phones <= 0 || dimensions <= 0 || dimensions > phones * FRAME_BYTES) {
            throw new StreamCorruptedException("not a tape that was heard");
        }
        byte[] bytes = new byte[PORTION * (FRAME_BYTES + 2 * dimensions)];
        ByteBuffer frames = ByteBuffer.wrap(bytes);
        byte[] phone = new byte[count];
        boolean[] pause = new boolean[count];
        boolean[] speech = new boolean[count];
        float[] decibels = new float[count];
        float[] deviations = new float[count * dimensions];
        for (int t = 0; t < count; t++) {
            if (t % PORTION == 0) {
                in.readFully(bytes, 0, Math.min(PORTION, count - t) * (FRAME_BYTES + 2 * dimensions));
                frames.clear();
            }
            phone[t] = frames.get();
            byte flags = frames.get();
            pause[t] = (flags & 1) != 0;
            speech[t] = (flags & 2) != 0;
            decibels[t] = frames.getShort() / DECIBELS;
            for (int d = 0; d < dimensions; d++) {
                deviations[t * dimensions + d] = frames.getShort() / DEVIATIONS;
            }
        }
        List<TapeListener.Sighting> sightings = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            sightings.add(new TapeListener.Sighting(in.readInt(), in.readInt(), in.readFloat()));
        }
        return new HeardTape(
                timeline, phones, phone, pause, speech, new Features(deviations, dimensions), decibels, sightings);
    }

    public int frames() {
        return phone.length;
    }

    /** Where keywords may be said, of each the {@value TapeListener#MAXIMUM_SIGHTINGS} that fit best; most of them by chance. */
    public List<TapeListener.Sighting> sightings() {
        return sightings;
    }

    /** Whether a frame lies in speech; moments of silence within it count as speech. */
    public boolean isSpeech(int frame) {
        return speech[frame];
    }

    /** Whether a frame is silent, be it for a moment. */
    public boolean isPause(int frame) {
        return pause[frame];
    }

    /** Mean level of frames {@code [from, to)}, in decibels against a sample value of 1. */
    public double decibels(int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += decibels[t];
        }
        return sum / Math.max(1, to - from);
    }

    /** The voice in frames {@code [from, to)}. */
    public VoiceStatistics voice(int from, int to) {
        VoiceStatistics result = VoiceStatistics.of(phones, dimensions);
        float[] deviation = new float[dimensions];
        for (int t = from; t < to; t++) {
            if (!pause[t]) {
                deviations.read(t, 0, dimensions, deviation, 0);
                result.add(phone[t], deviation, 0);
            }
        }
        return result;
    }

    /** How well frames {@code [from, to)} fit a voice, in log likelihood. */
    public double fit(VoiceModel voice, int from, int to) {
        double result = 0;
        float[] deviation = new float[dimensions];
        for (int t = from; t < to; t++) {
            if (!pause[t]) {
                deviations.read(t, 0, dimensions, deviation, 0);
                result += voice.fit(phone[t], deviation, 0, dimensions);
            }
        }
        return result;
    }

    /** Stretches of speech that none of some others, each with a small margin around it, covers. */
    public List<Stretch> outside(List<Stretch> covered) {
        boolean[] taken = new boolean[frames()];
        for (Stretch s : covered) {
            int from = Math.max(0, frame(s.start()) - MARGIN_FRAMES);
            Arrays.fill(taken, from, Math.max(from, Math.min(taken.length, frame(s.end()) + MARGIN_FRAMES)), true);
        }
        return SpeechFrames.outside(taken, speech).stream()
                .map(s -> new Stretch(seconds(s[0]), seconds(s[1])))
                .toList();
    }

    /** Seconds of speech. */
    public double speechSeconds() {
        return SpeechFrames.count(speech, 0, speech.length) * Features.FRAME_SECONDS;
    }

    /** Decibels between speech and the noise under it. */
    public double signalToNoise() {
        return timeline.signalToNoise(speech, List.of(new int[] {0, frames()}));
    }

    /** When a frame begins, in seconds on the timeline of all recordings. */
    public double seconds(int frame) {
        return timeline.seconds(frame);
    }

    /** The frame whose middle is nearest to a moment, in seconds. */
    public int frame(double seconds) {
        return Math.min(phone.length, timeline.frame(seconds));
    }
}
