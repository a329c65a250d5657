package org.tapescript.audio;

/** Adds up the samples of one or two channels while they pass by, to tell how they are to be mixed. */
final class ChannelSums {
    /**
     * A constant below this, of 32768, is left alone: converters have such offsets, and no measure of ours is misled by 1/500 of full
     * scale.
     */
    private static final double OFFSET = 64;

    private final int channels;
    private final double[] sums = new double[2];
    private final double[] squares = new double[2];
    private double products;
    private long count;

    ChannelSums(int channels) {
        this.channels = channels;
    }

    int channels() {
        return channels;
    }

    /** Steps of time so far. */
    long count() {
        return count;
    }

    /** Takes whole steps of time: 16-bit little-endian samples, channel after channel. */
    void add(byte[] bytes, int n) {
        int step = 2 * channels;
        for (int i = 0; i + step <= n; i += step) {
            double a = sample(bytes, i);
            sums[0] += a;
            squares[0] += a * a;
            if (channels == 2) {
                double b = sample(bytes, i + 2);
                sums[1] += b;
                squares[1] += b * b;
                products += a * b;
            }
        }
        count += n / step;
    }

    /** The constant to be taken off a channel: a recorder's offset is no sound, but louder than any noise. */
    int offset(int channel) {
        double mean = count == 0 ? 0 : sums[channel] / count;
        return Math.abs(mean) < OFFSET ? 0 : (int) Math.round(mean);
    }

    ChannelMixture mixture() {
        return channels == 1 ? ChannelMixture.MONO : ChannelMixture.choose(moment(0), moment(1), products());
    }

    private double moment(int channel) {
        double mean = offset(channel);
        return squares[channel] - 2 * mean * sums[channel] + count * mean * mean;
    }

    private double products() {
        double first = offset(0);
        double second = offset(1);
        return products - first * sums[1] - second * sums[0] + count * first * second;
    }

    static short sample(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xff) | bytes[at + 1] << 8);
    }
}
