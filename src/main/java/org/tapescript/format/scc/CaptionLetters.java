package org.tapescript.format.scc;

/** Letters of line 21 captions (CEA-608-E, annex on character sets). Codes have seven bits, their parity removed. */
final class CaptionLetters {
    private static final String CHANGED = "'*\\^_`{|}~\u007f";
    private static final String BASIC = "’áéíóúç÷Ññ█";
    private static final String SPECIAL = "®°½¿™¢£♪à èâêîôû";
    private static final String SPANISH_AND_FRENCH = "ÁÉÓÚÜü‘¡*’—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»";
    private static final String PORTUGUESE_AND_GERMAN = "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘";

    private CaptionLetters() {}

    /** One of the usual letters, which have a byte each. */
    static char basic(int code) {
        int at = CHANGED.indexOf(code);
        return at < 0 ? (char) code : BASIC.charAt(at);
    }

    /** A letter that a pair of bytes stands for; its second byte is from 0x30 to 0x3f. */
    static char special(int second) {
        return SPECIAL.charAt(second - 0x30);
    }

    /** A letter that takes the place of a usual one sent before it; its first byte is 0x12 or 0x13, its second from 0x20 to 0x3f. */
    static char extended(int first, int second) {
        return (first == 0x12 ? SPANISH_AND_FRENCH : PORTUGUESE_AND_GERMAN).charAt(second - 0x20);
    }
}
