package org.tapescript.format;

import java.util.Locale;

/**
 * A frame's number as film people write it (SMPTE ST 12-1).
 *
 * @param dropFrame whether numbers were left out on the way to it
 */
public record Timecode(int hours, int minutes, int seconds, int frames, boolean dropFrame) {
    /**
     * The timecode of a frame counted from 00:00:00:00.
     *
     * @param rate frames a second; a rate as 29.97 counts 30 numbers a second
     * @param dropFrame whether two numbers (four at 59.94) are left out each minute but each tenth
     */
    public static Timecode of(long frame, double rate, boolean dropFrame) {
        long nominal = Math.round(rate);
        long number = frame;
        if (dropFrame) {
            long dropped = nominal / 15;
            long minute = nominal * 60 - dropped;
            long tenMinutes = minute * 10 + dropped;
            long tens = frame / tenMinutes;
            long rest = frame % tenMinutes;
            number += dropped * 9 * tens;
            // The first of ten minutes has all its numbers.
            number += rest < nominal * 60 ? 0 : dropped * (1 + (rest - nominal * 60) / minute);
        }
        return new Timecode(
                (int) (number / (nominal * 3600)),
                (int) (number / (nominal * 60) % 60),
                (int) (number / nominal % 60),
                (int) (number % nominal),
                dropFrame);
    }

    /**
     * The frame that has the timecode of a whole second, as 3600 for 01:00:00:00, counted from 00:00:00:00; the next one, where drop-frame
     * code leaves that number out.
     */
    public static long frame(long second, double rate, boolean dropFrame) {
        long nominal = Math.round(rate);
        long minutes = second / 60;
        boolean leftOut = second % 60 == 0 && minutes % 10 != 0;
        long dropped = dropFrame ? nominal / 15 * (minutes - minutes / 10 - (leftOut ? 1 : 0)) : 0;
        return nominal * second - dropped;
    }

    /** As {@code 01:02:03:04}, a semicolon before the frames of drop-frame code. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d%c%02d", hours, minutes, seconds, dropFrame ? ';' : ':', frames);
    }
}
