package io.casemate.scan.torch7;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;

/** The other way: numbers as words, each list in a line; characters as they are, with the end of a line behind them. */
final class AsciiSource implements Source {
    private static final int WORD_MAX = 40;
    private static final int WORDS_A_STEP = 1 << 12;

    private final Content content;
    private final Inspection inspection;
    private long at;

    AsciiSource(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public long left() {
        return content.size() - at;
    }

    @Override
    public int integer() {
        long place = at;
        long number = number();
        if (number != (int) number) {
            throw new NoObject(place, "%d is too large".formatted(number));
        }
        return (int) number;
    }

    @Override
    public long number() {
        long place = at;
        String word = word();
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new NoObject(place, "where a whole number should stand there is none");
        }
    }

    @Override
    public void real() {
        word();
    }

    @Override
    public long characters(long count) {
        if (count < 0 || count > left()) {
            throw new NoObject(at, "%d characters are claimed, the file has %d left".formatted(count, left()));
        }
        long from = at;
        at += count;
        endOfLine();
        return from;
    }

    @Override
    public void numbers(StorageType type, long count) {
        if (type.bytes() == 1) {
            characters(count);
            return;
        }
        if (count < 0 || count > left()) {
            throw new NoObject(
                    at, "a storage of %d numbers is claimed, the file has %d bytes left".formatted(count, left()));
        }
        for (long i = 0; i < count; i++) {
            if (i % WORDS_A_STEP == 0) {
                inspection.step();
            }
            word();
        }
    }

    @Override
    public boolean binary() {
        return false;
    }

    /** A number as a word, with the blanks before it and the end of line behind it. */
    private String word() {
        while (at < content.size() && isBlank(content.u8(at))) {
            at++;
        }
        long from = at;
        while (at < content.size() && at - from < WORD_MAX && !isBlank(content.u8(at))) {
            at++;
        }
        String word = content.text(from, (int) (at - from), StandardCharsets.ISO_8859_1);
        if (word.isEmpty() || !isNumber(word)) {
            throw new NoObject(from, "where a number should stand there is none");
        }
        endOfLine();
        return word;
    }

    private void endOfLine() {
        if (at < content.size() && content.u8(at) == '\n') {
            at++;
        }
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eEinfaINFAxXpP".indexOf(c) >= 0);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
