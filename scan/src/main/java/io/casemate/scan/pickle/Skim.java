package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Runs over the first opcodes with nothing but the height of the stack, to see whether content can be a pickle at all. */
final class Skim {
    private static final int OPCODES_MAX = 256;
    private static final int CERTAIN_AFTER = 4;
    private static final int LINE_MAX = 64 << 10;

    /** At the beginning a text may be long: whoever hides a call behind one is not rewarded for its length. */
    private static final int FIRST_LINES_MAX = 1 << 30;

    private static final int TRAILING_MAX = 64 << 10;

    /** Opcodes that an import is followed by where it is meant to be called; words of a text seldom begin so. */
    private static final String AFTER_IMPORT = "()]}VXSUqpr\u008c\u0094";

    private static final Set<String> RUNNING = Set.of(
            "builtins",
            "__builtin__",
            "os",
            "posix",
            "nt",
            "subprocess",
            "sys",
            "commands",
            "pty",
            "importlib",
            "runpy",
            "socket",
            "shutil",
            "ctypes",
            "marshal",
            "pickle",
            "cPickle",
            "_pickle",
            "webbrowser",
            "torch.serialization");

    private final Content content;
    private int lineMax = LINE_MAX;
    private long at;
    private int height;
    private int marks;
    private int opcodes;
    private boolean globals;
    private boolean calls;
    private boolean stopped;

    private Skim(Content content, long from) {
        this.content = content;
        this.at = from;
    }

    /** Whether content is a pickle. */
    static Recognition recognises(Content content) {
        if (content.size() < 2) {
            return Recognition.NO;
        }
        var skim = new Skim(content, 0);
        skim.lineMax = FIRST_LINES_MAX;
        boolean valid = skim.run();
        if (content.u8(0) == Op.PROTO) {
            int version = content.u8(1);
            if (version >= 2 && version <= 5) {
                return skim.stopped || skim.opcodes >= CERTAIN_AFTER ? Recognition.CERTAIN : Recognition.POSSIBLE;
            }
            return version < 16 && skim.opcodes > 1 ? Recognition.POSSIBLE : Recognition.NO;
        }
        if (skim.opcodes > 0 && dangerous(content)) {
            return Recognition.POSSIBLE; // broken or not: a loader runs what stands before it breaks
        }
        if (skim.stopped && skim.calls) {
            return Recognition.CERTAIN; // other formats may begin so too: both are read
        }
        boolean whole = skim.stopped && (skim.globals || skim.endsThere());
        return whole || skim.calls || (valid && !skim.stopped) ? Recognition.POSSIBLE : Recognition.NO;
    }

    /** Whether content is a pickle that calls or imports something: short data often looks like an idle one. */
    static boolean acts(Content content) {
        if (content.size() < 2) {
            return false;
        }
        var skim = new Skim(content, 0);
        skim.run();
        return (content.u8(0) == Op.PROTO && recognises(content) == Recognition.CERTAIN)
                || skim.calls
                || (skim.globals && skim.stopped);
    }

    /** The offset after the STOP of the pickle that begins there, or -1 where there is none within some hundred opcodes. */
    static long end(Content content, long from) {
        var skim = new Skim(content, from);
        skim.run();
        return skim.stopped ? skim.at : -1;
    }

    /** Whether the first opcode imports what runs things. */
    private static boolean dangerous(Content content) {
        long at = content.u8(0) == Op.MARK ? 1 : 0;
        if (content.size() < 8 || (content.u8(at) != Op.GLOBAL && content.u8(at) != Op.INST)) {
            return false;
        }
        int length = (int) Math.min(content.size() - at - 1, 64);
        String[] lines =
                content.text(at + 1, length, StandardCharsets.ISO_8859_1).split("\n", 3);
        return lines.length > 2
                && RUNNING.contains(lines[0])
                && lines[1].matches("[A-Za-z_][A-Za-z0-9_.]*")
                && !lines[2].isEmpty()
                && AFTER_IMPORT.indexOf(lines[2].charAt(0)) >= 0;
    }

    /** Whether nothing but blanks, zeros or a further pickle follows. */
    private boolean endsThere() {
        long end = Math.min(content.size(), at + TRAILING_MAX);
        for (long i = at; i < end; i++) {
            int letter = content.u8(i);
            if (letter != 0 && letter != ' ' && letter != '\n' && letter != '\r') {
                return i == at && (letter == Op.PROTO ? end(content, at) > 0 : end(content, at) == content.size());
            }
        }
        return true;
    }

    /** Runs to STOP, to the bound or to what no pickle has; says whether all was valid. */
    private boolean run() {
        while (opcodes < OPCODES_MAX && !stopped) {
            if (at >= content.size() || !step(content.u8(at))) {
                return false;
            }
            opcodes++;
        }
        return true;
    }

    private boolean step(int op) {
        long next = next(op);
        if (next < 0 || next > content.size() || !effect(op)) {
            return false;
        }
        at = next;
        return true;
    }

    private long next(int op) {
        long start = at + 1;
        return switch (Op.form(op)) {
            case INVALID -> -1;
            case FIXED -> start + Op.width(op);
            case LINE -> line(op, start);
            case TWO_LINES -> {
                long second = name(start);
                yield second < 0 ? -1 : name(second);
            }
            case COUNTED -> {
                if (start + Op.width(op) > content.size()) {
                    yield -1;
                }
                long length = new Constants(content).counted(at);
                yield length < 0 || length > content.size() ? -1 : start + Op.width(op) + length;
            }
        };
    }

    private long line(int op, long start) {
        long end = lineEnd(start);
        if (end < 0) {
            return -1;
        }
        String text = content.text(start, (int) Math.min(end - start, 64), StandardCharsets.ISO_8859_1);
        boolean fits = switch (op) {
            case Op.INT, Op.LONG, Op.GET, Op.PUT -> Numbers.whole(text) != null;
            case Op.FLOAT -> Numbers.real(text) != null;
            case Op.PERSID -> text.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
            case Op.STRING -> text.startsWith("'") || text.startsWith("\"");
            default -> true;
        };
        return fits ? end + 1 : -1;
    }

    /** The offset after a line that can be the name of a module or of something in it, or -1. */
    private long name(long start) {
        long end = lineEnd(start);
        if (end <= start || end - start > 1024) {
            return -1;
        }
        for (long i = start; i < end; i++) {
            int letter = content.u8(i);
            if (letter < 0x80
                    && !Character.isLetterOrDigit(letter)
                    && letter != '_'
                    && letter != '.'
                    && letter != '<'
                    && letter != '>') {
                return -1;
            }
        }
        return end + 1;
    }

    private long lineEnd(long start) {
        long end = Math.min(content.size(), start + lineMax);
        for (long i = start; i < end; i++) {
            if (content.u8(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The least the stack must hold and what becomes of its height; marks make it unknown, so it is only bounded then. */
    private boolean effect(int op) {
        switch (op) {
            case Op.MARK -> marks++;
            case Op.TUPLE,
                    Op.LIST,
                    Op.DICT,
                    Op.FROZENSET,
                    Op.OBJ,
                    Op.INST,
                    Op.APPENDS,
                    Op.SETITEMS,
                    Op.ADDITEMS,
                    Op.POP_MARK -> {
                if (marks-- == 0) {
                    return false;
                }
                calls |= op == Op.OBJ || op == Op.INST;
                globals |= op == Op.INST;
                height = Math.max(1, height);
            }
            case Op.GLOBAL, Op.STACK_GLOBAL, Op.EXT1, Op.EXT2, Op.EXT4 -> {
                globals = true;
                height++;
            }
            case Op.REDUCE, Op.NEWOBJ, Op.NEWOBJ_EX, Op.BUILD -> {
                calls |= globals;
                return height > 0 && globals;
            }
            case Op.STOP -> {
                stopped = true;
                return height > 0 || marks > 0;
            }
            case Op.POP, Op.DUP, Op.PUT, Op.BINPUT, Op.LONG_BINPUT, Op.MEMOIZE, Op.TUPLE1, Op.APPEND, Op.SETITEM -> {
                return height > 0 || marks > 0;
            }
            case Op.PROTO, Op.FRAME -> {}
            default -> height++;
        }
        return true;
    }
}
