package org.tapescript.format.encoding;

/**
 * East Asian encodings of two bytes. Their tables begin with the characters of everyday use, so that real text lies mostly there, and text
 * in another encoding is scattered over the whole table.
 */
enum DoubleByte {
    /** GB 2312 and what grew from it: level 1, by sound, rows 16 to 55. */
    CHINESE("GB18030") {
        @Override
        double weight(int lead, int trail) {
            return trail < 0xa1 ? 0 : lead >= 0xb0 && lead <= 0xd7 ? 1 : lead >= 0xa1 && lead <= 0xa3 ? 1 : 0;
        }

        /** Sounds from S on are a third of Chinese text; in Korean's encoding those rows hold no syllables. */
        @Override
        boolean rules(int lead) {
            return lead >= 0xc9 && lead <= 0xd7;
        }

        @Override
        double minimumRuling() {
            return 0.1;
        }
    },
    /** KS X 1001: syllables in rows 16 to 40. */
    KOREAN("EUC-KR") {
        @Override
        double weight(int lead, int trail) {
            return trail < 0xa1 ? 0 : lead >= 0xb0 && lead <= 0xc8 || lead >= 0xa1 && lead <= 0xa3 ? 1 : 0;
        }
    },
    /** Big Five: level 1, by strokes, 0xa4 to 0xc6; half of its trails are ASCII's. */
    TRADITIONAL_CHINESE("Big5") {
        @Override
        double weight(int lead, int trail) {
            boolean valid = trail >= 0x40 && trail <= 0x7e || trail >= 0xa1 && trail <= 0xfe;
            return valid && lead >= 0xa1 && lead <= 0xc6 ? 1 : 0;
        }

        @Override
        boolean isPair(int lead, int trail) {
            return lead >= 0x81 && trail >= 0x40;
        }

        @Override
        boolean rules(int lead) {
            return lead >= 0xa4 && lead <= 0xaf;
        }

        @Override
        double minimumRuling() {
            return 0.2;
        }
    },
    /** Shift JIS: kana, punctuation, level 1 in rows 0x88 to 0x98. */
    JAPANESE("Shift_JIS") {
        @Override
        double weight(int lead, int trail) {
            return trail >= 0x40 && lead >= 0x81 && lead <= 0x98 ? 1 : 0;
        }

        @Override
        boolean isPair(int lead, int trail) {
            return (lead >= 0x81 && lead <= 0x9f || lead >= 0xe0 && lead <= 0xfc) && trail >= 0x40;
        }

        @Override
        boolean rules(int lead) {
            return lead == 0x82 || lead == 0x83;
        }

        @Override
        double minimumRuling() {
            return 0.2;
        }
    },
    /** JIS X 0208 as Unix had it: kana in rows 4 and 5, level 1 in rows 16 to 47. */
    UNIX_JAPANESE("EUC-JP") {
        @Override
        double weight(int lead, int trail) {
            boolean usual =
                    lead == 0xa4 || lead == 0xa5 || lead == 0xa1 || lead == 0xa3 || lead >= 0xb0 && lead <= 0xcf;
            return trail >= 0xa1 && usual ? 1 : 0;
        }

        @Override
        boolean rules(int lead) {
            return lead == 0xa4 || lead == 0xa5;
        }

        @Override
        double minimumRuling() {
            return 0.2;
        }
    };

    final String charset;

    DoubleByte(String charset) {
        this.charset = charset;
    }

    /** 1 for a place of the table that is in everyday use, else 0. */
    abstract double weight(int lead, int trail);

    boolean isPair(int lead, int trail) {
        return lead >= 0x81 && trail >= 0x81;
    }

    /** Whether a lead byte belongs to rows that nearly every text in this encoding uses. */
    boolean rules(int lead) {
        return true;
    }

    double minimumRuling() {
        return 0;
    }

    /** Share of a text's letters beyond ASCII that are in everyday use, if it is in this encoding; 0 if it cannot be. */
    double fit(byte[] text) {
        int pairs = 0;
        int ruling = 0;
        double weight = 0;
        int odd = 0;
        for (int i = 0; i < text.length; i++) {
            int lead = text[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < text.length ? text[i + 1] & 0xff : 0;
            if (isPair(lead, trail)) {
                pairs++;
                ruling += rules(lead) ? 1 : 0;
                weight += weight(lead, trail);
                i++;
            } else {
                odd++;
            }
        }
        return pairs == 0 || ruling < minimumRuling() * pairs ? 0 : weight / (pairs + odd);
    }
}
