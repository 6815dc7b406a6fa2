package io.casemate.scan.archive.tar;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;

/** One header block of a tar: fields as in POSIX ustar, with the numbers of GNU. */
record TarHeader(Content content, long offset) {
    static final int BLOCK_BYTES = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int SIZE = 124;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_BYTES = 155;
    private static final int NAME_BYTES = 100;
    private static final int LINK = 157;

    /** Whether a header stands there: its checksum is right, as Sun's or as everybody's. */
    boolean sane() {
        if (offset > content.size() - BLOCK_BYTES || content.u8(offset) == 0) {
            return false;
        }
        long sum = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            int value = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_BYTES ? ' ' : content.u8(offset + i);
            sum += value;
            signed += (byte) value;
        }
        long stated = number(CHECKSUM, CHECKSUM_BYTES);
        return (stated == sum || stated == signed) && size() >= 0;
    }

    /** Whether the block holds nothing. */
    boolean blank() {
        for (int i = 0; i < BLOCK_BYTES; i++) {
            if (content.u8(offset + i) != 0) {
                return false;
            }
        }
        return true;
    }

    char type() {
        return (char) content.u8(offset + 156);
    }

    /** Bytes of the member's data; -1 where it is no number. */
    long size() {
        return number(SIZE, 12);
    }

    String name() {
        String name = text(0, NAME_BYTES);
        String prefix = content.has(offset + MAGIC, "ustar\0") ? text(PREFIX, PREFIX_BYTES) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String link() {
        return text(LINK, NAME_BYTES);
    }

    private String text(int from, int length) {
        int end = 0;
        while (end < length && content.u8(offset + from + end) != 0) {
            end++;
        }
        return content.text(offset + from, end, StandardCharsets.UTF_8);
    }

    /** An octal number, or one of base 256 whose first bit is set. */
    private long number(int from, int length) {
        if ((content.u8(offset + from) & 0x80) != 0) {
            long number = content.u8(offset + from) & 0x7f;
            for (int i = 1; i < length; i++) {
                if (number >> 54 != 0) {
                    return -1;
                }
                number = number << 8 | content.u8(offset + from + i);
            }
            return number;
        }
        String digits = text(from, length).strip();
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            number = number << 3 | digit;
        }
        return number;
    }
}
