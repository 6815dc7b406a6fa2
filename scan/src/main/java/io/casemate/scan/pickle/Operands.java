package io.casemate.scan.pickle;

import java.math.BigInteger;

/** Arguments of opcodes in a content of so many bytes: where they end, and what those say that are lines of text. */
record Operands(Constants constants, long size) {
    private static final long NUMBER = Slot.of(Slot.NUMBER, 0);
    private static final long REAL = Slot.of(Slot.REAL, 0);

    /** The offset after an opcode and its argument. */
    long end(int op, long at) {
        return switch (Op.form(op)) {
            case FIXED -> at + 1 + Op.width(op);
            case COUNTED -> counted(op, at);
            case LINE -> lineEnd(at + 1) + 1;
            case TWO_LINES -> lineEnd(lineEnd(at + 1) + 1) + 1;
            case INVALID -> throw new Broken(at, "there is no opcode 0x%02x".formatted(op));
        };
    }

    /** The slot of a number that stands in a line. */
    long number(int op, long at) {
        String line = constants.line(at);
        if (op == Op.FLOAT) {
            if (Numbers.real(line) == null) {
                throw new Broken(at, "FLOAT has no number");
            }
            return REAL | at;
        }
        if (op == Op.INT && (line.equals("00") || line.equals("01"))) {
            return Slot.of(line.equals("01") ? Slot.TRUE : Slot.FALSE, 0);
        }
        if (Numbers.whole(line) == null) {
            throw new Broken(at, "INT has no number");
        }
        return NUMBER | at;
    }

    /** The number of a place in the memo that stands in a line. */
    long memoKey(long at) {
        BigInteger key = Numbers.whole(constants.line(at));
        if (key == null || key.signum() < 0) {
            throw new Broken(at, "a memo number is no number");
        }
        return Constants.saturated(key);
    }

    private long counted(int op, long at) {
        if (at + 1 + Op.width(op) > size) {
            throw new Broken(at, "the last opcode reaches over the end");
        }
        long length = constants.counted(at);
        long start = at + 1 + Op.width(op);
        if (length < 0 || length > size - start) {
            throw new Broken(at, "a length of %,d bytes reaches over the end".formatted(length));
        }
        return start + length;
    }

    private long lineEnd(long from) {
        long end = from < size ? constants.lineEnd(from) : size;
        if (end >= size) {
            throw new Broken(from, "a line has no end");
        }
        return end;
    }
}
