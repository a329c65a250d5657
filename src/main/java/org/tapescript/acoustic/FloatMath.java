package org.tapescript.acoustic;

/** Exponential and logarithm in single precision, to a few units in the seventh digit: what a likelihood of an hour is made of millions of. */
final class FloatMath {
    private static final float LN_2 = (float) Math.log(2);
    private static final float PER_LN_2 = (float) (1 / Math.log(2));
    /** Bits of the root of one half: mantissas are taken between it and twice as much, where the series below ends soonest. */
    private static final int ROOT_HALF = Float.floatToRawIntBits((float) Math.sqrt(0.5));

    private static final int MANTISSA_BITS = 23;
    private static final int MANTISSA = (1 << MANTISSA_BITS) - 1;
    private static final int BIAS = 127;
    /** What is less would not be a normal number. */
    private static final float LOWEST_EXPONENT = -87;

    private FloatMath() {}

    /** Logarithm of a positive normal number, by the first terms of 2 artanh((m - 1) / (m + 1)) for the mantissa m. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x) - ROOT_HALF;
        float m = Float.intBitsToFloat((bits & MANTISSA) + ROOT_HALF);
        float z = (m - 1) / (m + 1);
        float q = z * z;
        return (bits >> MANTISSA_BITS) * LN_2 + 2 * z * (1 + q * (1 / 3f + q * (1 / 5f + q * (1 / 7f))));
    }

    /** Exponential of a number that is not positive; zero below {@value #LOWEST_EXPONENT}. By powers of two and the series of the rest. */
    static float exp(float x) {
        if (!(x >= LOWEST_EXPONENT)) {
            return 0;
        }
        int n = (int) (x * PER_LN_2 - 0.5f);
        float r = x - n * LN_2;
        float e = 1 + r * (1 + r * (1 / 2f + r * (1 / 6f + r * (1 / 24f + r * (1 / 120f + r * (1 / 720f))))));
        return e * Float.intBitsToFloat(n + BIAS << MANTISSA_BITS);
    }
}
