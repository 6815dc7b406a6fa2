package io.casemate.scan.executable;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Looks for executables anywhere in bytes, aligned or not. Every second pair of bytes is looked up in a table of 8 KB: a magic
 * of three bytes always holds one pair that begins at an even place. What the table lets through, {@link Headers} validates.
 */
public final class EmbeddedExecutables {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long STEP = 1 << 18;
    private static final int TOLD_MAX = 10;
    /** Beginnings of magics, in Latin-1. For PE that of its second header, behind which a DOS header is sought. */
    private static final String[] MAGICS = {
        "\u007fELF", "PE\0", "\u00ce\u00fa\u00ed\u00fe", "\u00cf\u00fa\u00ed\u00fe", "\u00fe\u00ed\u00fa\u00ce",
        "\u00fe\u00ed\u00fa\u00cf", "\u00ca\u00fe\u00ba\u00be", "\0asm", "dex\n", "#!/"
    };
    /** The DOS header lies before the PE header, as far as linkers put it. */
    private static final int STUB_MAX = 1024;

    private static final String[] INTERPRETERS = {"#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env ", "#!/usr/bin/python"};
    private static final long[] PAIRS = pairs();

    private EmbeddedExecutables() {}

    private static long[] pairs() {
        var table = new long[1 << 10];
        for (String magic : MAGICS) {
            for (int i = 0; i < 2; i++) {
                int pair = magic.charAt(i) | magic.charAt(i + 1) << 8;
                table[pair >>> 6] |= 1L << pair;
            }
        }
        return table;
    }

    /**
     * Tells each executable that begins in a span.
     *
     * @param offset where the span begins
     * @param length its length
     * @param numbers whether the span holds numbers: there a script is as odd as machine code
     */
    public static void find(Content content, long offset, long length, boolean numbers, Inspection inspection) {
        int told = 0;
        long last = -1;
        MemorySegment bytes = content.bytes();
        for (long from = offset; from < offset + length; from += STEP) {
            inspection.step();
            // one pair more on each side: a magic may begin before, or end after
            long end = Math.min(Math.min(from + STEP, offset + length), content.size() - 1);
            for (long p = candidate(bytes, from, end); p < end; p = candidate(bytes, p + 2, end)) {
                for (long start = p - 1; start <= p; start++) {
                    long found = start > last && start >= 0 ? begin(content, start) : -1;
                    if (found > 0
                            && found >= offset
                            && found > last
                            && told < TOLD_MAX
                            && tell(content, found, numbers, inspection)) {
                        told++;
                        last = found;
                    }
                }
            }
        }
    }

    /** The next place, two by two, whose pair of bytes occurs in a magic; {@code end} or more where there is none. */
    private static long candidate(MemorySegment bytes, long from, long end) {
        long[] table = PAIRS;
        long p = from;
        while (p < end) {
            int pair = bytes.get(SHORT, p) & 0xffff;
            if ((table[pair >>> 6] >>> pair & 1) != 0) {
                return p;
            }
            p += 2;
        }
        return p;
    }

    /** Where an executable would begin whose magic stands at an offset; -1 where there is none. */
    private static long begin(Content content, long offset) {
        if (offset > content.size() - 4 || content.i32(offset) != 0x4550) {
            return offset;
        }
        for (long back = 64; back <= Math.min(STUB_MAX, offset); back += 4) {
            if (content.u16(offset - back) == 0x5a4d && content.u32(offset - back + 60) == back) {
                return offset - back;
            }
        }
        return -1;
    }

    private static boolean tell(Content content, long offset, boolean numbers, Inspection inspection) {
        Optional<ExecutableKind> kind = Headers.at(content, offset);
        String where = numbers ? "among the numbers of a tensor" : "inside other data";
        if (kind.isPresent()) {
            inspection.found(
                    "executable/embedded",
                    offset,
                    "%s begins %s".formatted(kind.get().words(), where));
            return true;
        }
        if (numbers && script(content, offset)) {
            inspection.found("executable/embedded", offset, "a script begins " + where);
            return true;
        }
        return false;
    }

    /** Whether the content is itself an executable. */
    public static boolean begins(Content content) {
        return Headers.at(content, 0).isPresent();
    }

    /** Whether a script for a shell or an interpreter begins here. By chance in random bytes: at most 2^-70. */
    static boolean script(Content content, long offset) {
        for (String interpreter : INTERPRETERS) {
            if (content.has(offset, interpreter)) {
                return true;
            }
        }
        return false;
    }
}
