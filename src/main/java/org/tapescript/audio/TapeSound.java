package org.tapescript.audio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tapescript.acoustic.SampleSource;

/** Several decoded recordings as one run of samples, in order. */
public final class TapeSound implements SampleSource {
    private final List<SampleSource> sides;
    private final long[] starts;

    /** @param sides of one rate, at least one */
    public TapeSound(List<? extends SampleSource> sides) {
        this.sides = List.copyOf(sides);
        this.starts = new long[sides.size() + 1];
        for (int i = 0; i < sides.size(); i++) {
            starts[i + 1] = starts[i] + sides.get(i).length();
        }
    }

    public static TapeSound open(List<DecodedRecording> recordings) throws IOException {
        List<PcmFile> files = new ArrayList<>();
        for (DecodedRecording recording : recordings) {
            files.add(recording.sound());
        }
        return new TapeSound(files);
    }

    @Override
    public int rate() {
        return sides.get(0).rate();
    }

    @Override
    public long length() {
        return starts[sides.size()];
    }

    @Override
    public void read(long from, float[] target, int count) {
        java.util.Arrays.fill(target, 0, count, 0);
        float[] part = new float[count];
        for (int i = 0; i < sides.size(); i++) {
            long first = Math.max(from, starts[i]);
            long last = Math.min(from + count, starts[i + 1]);
            if (first < last) {
                sides.get(i).read(first - starts[i], part, (int) (last - first));
                System.arraycopy(part, 0, target, (int) (first - from), (int) (last - first));
            }
        }
    }
}
