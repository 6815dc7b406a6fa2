package io.casemate.text.secret;

/** Sets of ASCII characters, and runs of them. */
enum Characters {
    DIGITS("0-9"),
    HEX("0-9a-f"),
    UPPER_AND_DIGITS("A-Z0-9"),
    BASE32("A-Z2-7"),
    LETTERS_AND_DIGITS("A-Za-z0-9"),
    WORD("A-Za-z0-9_"),
    BASE64("A-Za-z0-9+/"),
    BASE64_URL("A-Za-z0-9_-");

    /** Bits of the characters 0 to 63. */
    private final long low;
    /** Bits of the characters 64 to 127. */
    private final long high;

    /** @param ranges pairs joined by '-', and single characters; a '-' at the end is itself */
    Characters(String ranges) {
        long[] bits = new long[2];
        for (int i = 0; i < ranges.length(); i++) {
            boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
            char to = range ? ranges.charAt(i + 2) : ranges.charAt(i);
            for (char c = ranges.charAt(i); c <= to; c++) {
                bits[c >>> 6] |= 1L << c;
            }
            i += range ? 2 : 0;
        }
        low = bits[0];
        high = bits[1];
    }

    boolean has(byte b) {
        return b >= 0 && ((b < 64 ? low : high) >>> b & 1) != 0;
    }

    /** End of the run that begins at {@code from}; at most {@code limit}. */
    int runEnd(byte[] text, int from, int limit) {
        int i = from;
        while (i < limit && has(text[i])) {
            i++;
        }
        return i;
    }

    /** Beginning of the run that ends before {@code to}; at least {@code limit}. */
    int runStart(byte[] text, int to, int limit) {
        int i = to;
        while (i > limit && has(text[i - 1])) {
            i--;
        }
        return i;
    }
}
