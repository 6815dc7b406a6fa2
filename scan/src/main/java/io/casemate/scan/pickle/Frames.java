package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The second view of a pickle whose opcodes reach over the ends of their frames. CPython's C unpickler up to 3.13.14 and
 * 3.14.6 drops what is left of a frame when it reads an argument from a file that the frame does not hold whole, so that the
 * same bytes are other opcodes (cpython #154848). That view is the content without the dropped bytes.
 */
final class Frames {
    private static final int CONTENT_MAX = 16 << 20;

    private Frames() {}

    /** What the second view needs: the shorter content and how to tell of it. */
    record View(Content content, Inspection inspection) {}

    /** The content as the other loader sees it, or null where it sees the same. */
    static @Nullable View other(Content content, Inspection inspection, Window window) {
        long opcode = window.straddle();
        long cutEnd = window.straddledEnd();
        long cut = cut(content, opcode, cutEnd);
        if (cut < 0 || cut >= cutEnd || cutEnd >= content.size()) {
            return null;
        }
        if (content.size() > CONTENT_MAX) {
            inspection.gap(opcode, "frames do not match their opcodes, and the file is too large to be read both ways");
            return null;
        }
        inspection.spend(content.size());
        byte[] bytes = new byte[Math.toIntExact(content.size() - (cutEnd - cut))];
        MemorySegment.copy(content.bytes(), ValueLayout.JAVA_BYTE, 0, bytes, 0, (int) cut);
        MemorySegment.copy(content.bytes(), ValueLayout.JAVA_BYTE, cutEnd, bytes, (int) cut, bytes.length - (int) cut);
        return new View(
                new Content(content.name(), MemorySegment.ofArray(bytes).asReadOnly(), content.family()),
                new ShiftedInspection(inspection, cut, cutEnd - cut));
    }

    /** Where the dropped bytes begin, or -1 where nothing is dropped. */
    private static long cut(Content content, long opcode, long frameEnd) {
        int op = content.u8(opcode);
        long argument = opcode + 1;
        return switch (Op.form(op)) {
            case INVALID -> -1;
            case FIXED -> op == Op.FRAME && argument + 8 <= frameEnd ? argument + 8 : argument;
            case LINE -> argument;
            case TWO_LINES -> {
                long end = new Constants(content).lineEnd(argument);
                yield end < frameEnd ? end + 1 : argument;
            }
            case COUNTED -> {
                if (argument + Op.width(op) > frameEnd) {
                    yield argument;
                }
                // these three are read into a buffer of their own, rest of the frame first
                boolean whole = op == Op.BINBYTES || op == Op.BINBYTES8 || op == Op.BYTEARRAY8;
                yield whole ? -1 : argument + Op.width(op);
            }
        };
    }
}
