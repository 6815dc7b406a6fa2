package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Arrays;

/** The part of a pickle that is read now, 64 KiB of it at most, and the frame it lies in. */
final class Window {
    private static final int BYTES = 64 << 10;
    /** Zeros after the window, so that the argument of its last opcode can be read. */
    private static final int MARGIN = 16;

    private static final long NEVER = Long.MAX_VALUE;

    private final Content content;
    private final Inspection inspection;
    private final long size;
    /** What is read, and the margin. */
    final byte[] bytes;
    /** Where in the content the window begins. */
    long base;
    /** Where in the window the next opcode begins. */
    int at;
    /** Where in the window its frame, or the window itself ends. */
    int limit;
    /** Where in the content the opcode before began. */
    long last;

    private int end;
    private long frameEnd = NEVER;
    private long straddle = -1;
    private long straddledEnd = -1;

    Window(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
        this.size = content.size();
        this.bytes = new byte[(int) Math.min(BYTES, size) + MARGIN];
    }

    /** The offset of the next opcode. */
    long here() {
        return base + at;
    }

    /** Where the frame ends, or the largest number outside of frames. */
    long frameEnd() {
        return frameEnd;
    }

    /** Where the opcode begins that first reached over the end of its frame, or -1. */
    long straddle() {
        return straddle;
    }

    /** Where that frame ends. */
    long straddledEnd() {
        return straddledEnd;
    }

    /** Goes on at an offset, outside of any frame. */
    void jump(long offset) {
        frameEnd = NEVER;
        last = offset;
        leave(offset);
    }

    /** Goes on at an offset. */
    void moveTo(long offset) {
        if (offset - base <= end) {
            at = (int) (offset - base);
        } else {
            leave(offset);
        }
    }

    private void leave(long offset) {
        base = offset;
        at = 0;
        end = 0;
        limit = 0;
    }

    /**
     * To be called where the reading has come to the limit: sets the next one.
     *
     * @throws Broken where the content ends
     */
    void next() {
        long here = here();
        if (here >= frameEnd) {
            if (here > frameEnd) {
                straddled(last, frameEnd);
            }
            frameEnd = NEVER;
        }
        if (here >= size) {
            throw new Broken(last, here > size ? "the last opcode reaches over the end" : "there is no STOP");
        }
        if (at >= end) {
            fill(here);
        }
        limit = (int) Math.min(end, frameEnd - base);
    }

    private void fill(long here) {
        inspection.step();
        base = here;
        at = 0;
        end = (int) Math.min(bytes.length - MARGIN, size - here);
        int margin = (int) Math.min(MARGIN, size - here - end);
        content.copy(here, bytes, end + margin);
        Arrays.fill(bytes, end + margin, end + MARGIN, (byte) 0);
    }

    /** A frame of so many bytes begins behind the FRAME opcode at that offset. */
    void frame(long length, long opcode) {
        long start = opcode + 9;
        limit = 0;
        if (length < 0 || length > size - start) {
            straddled(opcode, size);
        } else if (frameEnd == NEVER) {
            frameEnd = start + length;
        } else if (start != frameEnd) {
            straddled(opcode, frameEnd);
        }
    }

    private void straddled(long opcode, long frameEnds) {
        if (straddle < 0) {
            straddle = opcode;
            straddledEnd = frameEnds;
        }
    }
}
