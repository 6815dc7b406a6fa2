package io.casemate.scan.executable;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.text.literal.LiteralSet;
import io.casemate.text.literal.LiteralSet.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for executables anywhere in bytes, aligned or not: for their magics first; {@link Headers} validates what stands there. */
public final class EmbeddedExecutables {
    private static final int WINDOW = 64 << 10;
    private static final int TOLD_MAX = 10;
    private static final int MAGIC_MAX = 8;
    /** Beginnings of magics, in Latin-1. For PE that of its second header, behind which a DOS header is sought. */
    private static final List<Literal> MAGICS = Stream.of(
                    "\u007fELF",
                    "PE\0\0",
                    "\u00ce\u00fa\u00ed\u00fe",
                    "\u00cf\u00fa\u00ed\u00fe",
                    "\u00fe\u00ed\u00fa\u00ce",
                    "\u00fe\u00ed\u00fa\u00cf",
                    "\u00ca\u00fe\u00ba\u00be",
                    "\0asm",
                    "dex\n",
                    "#!/")
            .map(Literal::exact)
            .toList();

    private static final LiteralSet SET = new LiteralSet(MAGICS);

    /** The DOS header lies before the PE header, as far as linkers put it. */
    private static final int STUB_MAX = 1024;

    private static final String[] INTERPRETERS = {"#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env ", "#!/usr/bin/python"};

    private final Content content;
    private final long spanBegin;
    private final boolean numbers;
    private final Inspection inspection;
    private long last = -1;
    private int told;
    private boolean processorToldOf;

    private EmbeddedExecutables(Content content, long spanBegin, boolean numbers, Inspection inspection) {
        this.content = content;
        this.spanBegin = spanBegin;
        this.numbers = numbers;
        this.inspection = inspection;
    }

    /** What stands at or near the beginning of executables, for who looks for other literals in the same pass. */
    public static List<Literal> magics() {
        return MAGICS;
    }

    /** Who is told by {@link #magic} where in a span magics stand; the span holds no numbers. */
    public static EmbeddedExecutables in(Content content, long offset, Inspection inspection) {
        return new EmbeddedExecutables(content, offset, false, inspection);
    }

    /**
     * Tells each executable that begins in a span.
     *
     * @param offset where the span begins
     * @param length its length
     * @param numbers whether the span holds numbers: there a script is as odd as machine code
     */
    public static void find(Content content, long offset, long length, boolean numbers, Inspection inspection) {
        var sought = new EmbeddedExecutables(content, offset, numbers, inspection);
        var buffer = new byte[(int) Math.min(length, WINDOW + MAGIC_MAX)];
        for (long from = offset; from < offset + length; from += WINDOW) {
            inspection.step();
            int n = (int) Math.min(buffer.length, offset + length - from);
            content.copy(from, buffer, n);
            long base = from;
            SET.find(buffer, 0, Math.min(n, WINDOW), n, (position, magic) -> sought.magic(base + position));
        }
    }

    /** Looks at the place where one of the {@link #magics()} stands. To be called in the order of the places, about. */
    public void magic(long offset) {
        long found = begin(content, offset);
        if (found > Math.max(0, spanBegin - 1) && found > last && told < TOLD_MAX && tell(found)) {
            told++;
            last = found;
        }
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

    private boolean tell(long offset) {
        Optional<ExecutableKind> kind = Headers.at(content, offset);
        String where = numbers ? "among the numbers of a tensor" : "inside other data";
        if (kind.isPresent() && kind.get() == ExecutableKind.CUBIN) {
            if (!processorToldOf) {
                inspection.found(
                        "executable/gpu-code",
                        offset,
                        "%s begins %s".formatted(kind.get().words(), where));
            }
            processorToldOf = true;
            return false;
        }
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
