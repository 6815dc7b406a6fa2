package io.casemate.text.secret;

import java.util.zip.CRC32;

/** The checksum at the end of GitHub's and npm's tokens: the CRC-32 of what precedes it, in six base-62 digits. */
final class Base62 {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int CHECKSUM = 6;

    private Base62() {}

    /** Whether the last six of these characters are the checksum of the others. */
    static boolean checks(byte[] text, int start, int end) {
        var crc = new CRC32();
        crc.update(text, start, end - CHECKSUM - start);
        long left = crc.getValue();
        for (int i = end - 1; i >= end - CHECKSUM; i--) {
            if (text[i] != DIGITS.charAt((int) (left % 62))) {
                return false;
            }
            left /= 62;
        }
        return left == 0;
    }
}
