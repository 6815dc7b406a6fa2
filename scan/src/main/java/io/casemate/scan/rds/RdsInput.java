package io.casemate.scan.rds;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of a saved object in one of three writings: XDR (big-endian), native little-endian, ASCII. */
final class RdsInput {
    /** How numbers are written. */
    enum Writing {
        XDR,
        NATIVE,
        ASCII
    }

    private static final int WORD_MAX = 128;

    private final Content content;
    private final Writing writing;
    private long at;

    RdsInput(Content content, Writing writing, long at) {
        this.content = content;
        this.writing = writing;
        this.at = at;
    }

    long position() {
        return at;
    }

    int integer() {
        if (writing == Writing.ASCII) {
            String word = word();
            try {
                return word.equals("NA") ? Integer.MIN_VALUE : Integer.parseInt(word);
            } catch (NumberFormatException e) {
                throw new IndexOutOfBoundsException("no number at %d".formatted(at));
            }
        }
        int value = content.i32(at);
        at += 4;
        return writing == Writing.XDR ? Integer.reverseBytes(value) : value;
    }

    /** A length of a vector; beyond 2^31 it takes three numbers. */
    long length() {
        int length = integer();
        if (length == -1) {
            long high = integer() & 0xffff_ffffL;
            return high << 32 | (integer() & 0xffff_ffffL);
        }
        if (length < 0) {
            throw new IndexOutOfBoundsException("a negative length at %d".formatted(at));
        }
        return length;
    }

    /** Passes over numbers; in ASCII each is a word. */
    void numbers(long count, int bytesEach, int wordsEach, Runnable step) {
        if (writing == Writing.ASCII) {
            for (long i = 0; i < count * wordsEach; i++) {
                if ((i & 0xfff) == 0) {
                    step.run();
                }
                word();
            }
            return;
        }
        if (count < 0 || count > (content.size() - at) / bytesEach) {
            throw new IndexOutOfBoundsException("%d numbers at %d".formatted(count, at));
        }
        at += count * bytesEach;
    }

    /** A text of that many bytes, of which some are kept. */
    String text(long length, int keepMax) {
        if (writing == Writing.ASCII) {
            blanks();
        }
        long from = at;
        if (writing == Writing.ASCII) {
            for (long i = 0; i < length; i++) { // reading on behind the end throws
                at += content.u8(at) == '\\' ? escape() : 1;
            }
        } else {
            at += length;
        }
        if (at > content.size()) {
            throw new IndexOutOfBoundsException("a text of %d bytes at %d".formatted(length, from));
        }
        return content.text(from, (int) Math.min(at - from, keepMax), StandardCharsets.UTF_8);
    }

    /** Length of an escape: a backslash and a letter or three octal digits. */
    private int escape() {
        int c = content.u8(at + 1);
        return c >= '0' && c <= '7' ? 4 : 2;
    }

    private String word() {
        blanks();
        long from = at;
        while (at < content.size() && " \n\r\t".indexOf(content.u8(at)) < 0) {
            at++;
            if (at - from > WORD_MAX) {
                throw new IndexOutOfBoundsException("no number at %d".formatted(from));
            }
        }
        if (at == from) {
            throw new IndexOutOfBoundsException("a number is missing at %d".formatted(from));
        }
        return content.text(from, (int) (at - from), StandardCharsets.ISO_8859_1);
    }

    private void blanks() {
        while (at < content.size() && " \n\r\t".indexOf(content.u8(at)) >= 0) {
            at++;
        }
    }
}
