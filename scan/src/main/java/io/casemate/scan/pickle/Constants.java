package io.casemate.scan.pickle;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads constants of a pickle again where their opcodes stand; a slot only holds the offset. */
final class Constants {
    private static final int TEXT_MAX = 64 << 10;
    private static final int LINE_MAX = 1 << 20;
    private static final int TEXT_BEGIN = 4 << 10;
    private static final int DIGITS_MAX = 400;
    private static final ValueLayout.OfDouble BIG_ENDIAN_DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private final Content content;

    Constants(Content content) {
        this.content = content;
    }

    /** A slot of text, bytes or a number as a value. */
    Value value(long slot) {
        long at = Slot.body(slot);
        return switch (Slot.tag(slot)) {
            case Slot.TEXT -> Value.text(text(at));
            case Slot.BYTES -> new Value.Bytes(bytes(at), true);
            case Slot.NUMBER -> number(at);
            case Slot.REAL -> real(at);
            default -> Value.UNKNOWN;
        };
    }

    /** Where the text, bytes or digits of the opcode at an offset begin. */
    long start(long at) {
        int op = content.u8(at);
        return at + 1 + (Op.form(op) == Op.Form.COUNTED ? Op.width(op) : 0);
    }

    /** How many bytes they take, as stored; of a line at most so many and one more. */
    long length(long at, long max) {
        int op = content.u8(at);
        if (Op.form(op) == Op.Form.COUNTED) {
            return counted(at, op);
        }
        return lineEnd(at + 1, Math.min(content.size(), at + 2 + max)) - at - 1;
    }

    /** What the length of an opcode says, below 0 where it is nonsense. */
    long counted(long at) {
        return counted(at, content.u8(at));
    }

    private long counted(long at, int op) {
        return switch (Op.width(op)) {
            case 1 -> content.u8(at + 1);
            case 4 -> op == Op.BINSTRING || op == Op.LONG4 ? content.i32(at + 1) : content.u32(at + 1);
            default -> content.i64(at + 1);
        };
    }

    /** The offset of the next newline; the end of the content where there is none. */
    long lineEnd(long from) {
        return lineEnd(from, content.size());
    }

    private long lineEnd(long from, long end) {
        long at = from;
        while (at < end && content.u8(at) != '\n') {
            at++;
        }
        return at;
    }

    /** The text of the opcode at an offset; of more than 64 KiB only the beginning. */
    String text(long at) {
        int op = content.u8(at);
        long whole = length(at, TEXT_MAX);
        int length = (int) (whole > TEXT_MAX ? TEXT_BEGIN : whole);
        return switch (op) {
            case Op.UNICODE -> Escapes.rawUnicode(content.text(start(at), length, StandardCharsets.ISO_8859_1));
            case Op.STRING -> Escapes.quoted(content.text(start(at), length, StandardCharsets.ISO_8859_1));
            case Op.BINSTRING, Op.SHORT_BINSTRING -> content.text(start(at), length, StandardCharsets.ISO_8859_1);
            default -> content.text(start(at), length);
        };
    }

    /** The bytes of the opcode at an offset, where they lie; of a line at most the first MiB. */
    MemorySegment bytes(long at) {
        return content.bytes().asSlice(start(at), length(at, LINE_MAX));
    }

    private Value number(long at) {
        int op = content.u8(at);
        return switch (op) {
            case Op.BININT1 -> new Value.Whole(content.u8(at + 1));
            case Op.BININT2 -> new Value.Whole(content.u16(at + 1));
            case Op.BININT -> new Value.Whole(content.i32(at + 1));
            case Op.LONG1, Op.LONG4 -> new Value.Whole(little(start(at), counted(at)));
            default -> {
                BigInteger number = Numbers.whole(line(at));
                yield number == null ? Value.UNKNOWN : new Value.Whole(saturated(number));
            }
        };
    }

    private long little(long start, long length) {
        if (length == 0) {
            return 0;
        }
        boolean negative = content.u8(start + length - 1) >= 0x80;
        if (length > Long.BYTES) {
            return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        long number = negative ? -1 : 0;
        for (long i = start + length - 1; i >= start; i--) {
            number = number << Byte.SIZE | content.u8(i);
        }
        return number;
    }

    static long saturated(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private Value real(long at) {
        if (content.u8(at) == Op.BINFLOAT) {
            return new Value.Real(content.bytes().get(BIG_ENDIAN_DOUBLE, at + 1));
        }
        Double number = Numbers.real(line(at));
        return number == null ? Value.UNKNOWN : new Value.Real(number);
    }

    /** The line of the opcode at an offset, its beginning. */
    String line(long at) {
        return content.text(at + 1, (int) Math.min(length(at, DIGITS_MAX), DIGITS_MAX), StandardCharsets.ISO_8859_1);
    }
}
