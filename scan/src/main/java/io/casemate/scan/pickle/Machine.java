package io.casemate.scan.pickle;

import io.casemate.scan.call.Call.How;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Stopped;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The stack machine of one pickle. Opcodes are read through a window of 64 KiB; what they push are {@link Slot}s. The loop is
 * one method with its state in locals, because a checkpoint has tens of millions of opcodes; what is rare happens outside it.
 * It does what CPython's C unpickler does, fence of the last mark and all.
 */
final class Machine {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WINDOW = 64 << 10;
    /** Zeros after the window, so that the argument of its last opcode can be read. */
    private static final int MARGIN = 16;

    /** Shorter constants hold nothing that could be loaded. */
    private static final int LOADABLE_MIN = 20;

    private static final int STACK_MAX = 4 << 20;
    private static final int PROTOCOL_MAX = 5;
    private static final long NEVER = Long.MAX_VALUE;

    private static final byte MEMOIZE = (byte) Op.MEMOIZE;
    private static final long TEXT = Slot.of(Slot.TEXT, 0);
    private static final long BYTES = Slot.of(Slot.BYTES, 0);
    private static final long NUMBER = Slot.of(Slot.NUMBER, 0);
    private static final long REAL = Slot.of(Slot.REAL, 0);
    private static final long UNKNOWN = Slot.of(Slot.UNKNOWN, 0);

    private final Content content;
    private final Reading reading;
    private final Containers containers;
    private final Calls calls;
    private final Memo memo;
    private final long size;

    private final byte[] window;
    private long[] stack = new long[64];
    private int[] marks = new int[16];
    private int top;

    private long frameEnd = NEVER;
    private long straddle = -1;
    private long straddledEnd = -1;

    Machine(Reading reading, Memo memo) {
        this.content = reading.content();
        this.reading = reading;
        this.containers = reading.containers();
        this.calls = reading.calls();
        this.memo = memo;
        this.size = content.size();
        this.window = new byte[(int) Math.min(WINDOW, size) + MARGIN];
    }

    /** Where the opcode begins that first reached over the end of its frame, or -1. */
    long straddle() {
        return straddle;
    }

    /** Where that frame ends. */
    long straddledEnd() {
        return straddledEnd;
    }

    /** What the pickle is. */
    long result() {
        return top > 0 ? stack[top - 1] : UNKNOWN;
    }

    /**
     * Runs the pickle that begins there.
     *
     * @return the offset after its STOP
     * @throws Broken where no loader reads on
     */
    long run(long from) {
        final byte[] w = window;
        long[] st = stack;
        int s = 0;
        int m = 0;
        int mp = 0;
        int fence = 0;
        long base = from;
        int p = 0;
        int windowEnd = 0;
        int limit = 0;
        long at = from;
        long next;
        while (true) {
            if (p >= limit) {
                next = base + p;
                enter(at, next);
                if (p >= windowEnd) {
                    base = next;
                    p = 0;
                    windowEnd = fill(next);
                }
                limit = (int) Math.min(windowEnd, frameEnd - base);
            }
            if (s >= st.length) {
                st = grow();
            }
            at = base + p;
            int op = w[p] & 0xff;
            switch (op) {
                case Op.BININT1 -> {
                    st[s++] = NUMBER | at;
                    p += 2;
                    continue;
                }
                case Op.BININT2 -> {
                    st[s++] = NUMBER | at;
                    p += 3;
                    continue;
                }
                case Op.BININT -> {
                    st[s++] = NUMBER | at;
                    p += 5;
                    continue;
                }
                case Op.BINFLOAT -> {
                    st[s++] = REAL | at;
                    p += 9;
                    continue;
                }
                case Op.SHORT_BINUNICODE, Op.SHORT_BINSTRING -> {
                    st[s++] = (w[p + 1] & 0xff) < LOADABLE_MIN ? TEXT | at : calls.constant(TEXT | at);
                    p += 2 + (w[p + 1] & 0xff);
                    // texts are nearly always memoized: one jump of the switch less
                    if (p < limit && w[p] == MEMOIZE) {
                        memo.add(st[s - 1]);
                        p++;
                    }
                    continue;
                }
                case Op.SHORT_BINBYTES -> {
                    st[s++] = (w[p + 1] & 0xff) < LOADABLE_MIN ? BYTES | at : calls.constant(BYTES | at);
                    p += 2 + (w[p + 1] & 0xff);
                    continue;
                }
                case Op.LONG1 -> {
                    st[s++] = NUMBER | at;
                    p += 2 + (w[p + 1] & 0xff);
                    continue;
                }
                case Op.MEMOIZE -> {
                    need(s, fence + 1, at);
                    memo.add(st[s - 1]);
                    p++;
                    continue;
                }
                case Op.BINPUT -> {
                    need(s, fence + 1, at);
                    memo.put(w[p + 1] & 0xff, st[s - 1]);
                    p += 2;
                    continue;
                }
                case Op.LONG_BINPUT -> {
                    need(s, fence + 1, at);
                    memo.put((int) INT.get(w, p + 1) & 0xffff_ffffL, st[s - 1]);
                    p += 5;
                    continue;
                }
                case Op.BINGET -> {
                    st[s++] = got(memo.get(w[p + 1] & 0xff), at);
                    p += 2;
                    continue;
                }
                case Op.LONG_BINGET -> {
                    st[s++] = got(memo.get((int) INT.get(w, p + 1) & 0xffff_ffffL), at);
                    p += 5;
                    continue;
                }
                case Op.NONE -> st[s++] = Slot.of(Slot.NONE, 0);
                case Op.NEWTRUE -> st[s++] = Slot.of(Slot.TRUE, 0);
                case Op.NEWFALSE -> st[s++] = Slot.of(Slot.FALSE, 0);
                case Op.EMPTY_LIST -> st[s++] = containers.empty(Slot.LIST);
                case Op.EMPTY_DICT -> st[s++] = containers.empty(Slot.DICT);
                case Op.EMPTY_TUPLE -> st[s++] = containers.empty(Slot.TUPLE);
                case Op.EMPTY_SET -> st[s++] = containers.empty(Slot.SET);
                case Op.MARK -> {
                    if (mp == marks.length) {
                        growMarks();
                    }
                    marks[mp++] = s;
                    fence = s;
                }
                case Op.TUPLE1, Op.TUPLE2, Op.TUPLE3 -> {
                    m = s - (op - Op.TUPLE1 + 1);
                    need(m, fence, at);
                    st[m] = containers.of(Slot.TUPLE, st, m, s);
                    s = m + 1;
                }
                case Op.TUPLE, Op.LIST, Op.DICT, Op.FROZENSET -> {
                    m = marked(mp, at);
                    fence = --mp > 0 ? marks[mp - 1] : 0;
                    if (m == st.length) {
                        st = grow();
                    }
                    if (op == Op.DICT) {
                        even(s - m, at);
                    }
                    st[m] = containers.of(collection(op), st, m, s);
                    s = m + 1;
                }
                case Op.APPENDS, Op.SETITEMS, Op.ADDITEMS -> {
                    m = marked(mp, at);
                    fence = --mp > 0 ? marks[mp - 1] : 0;
                    need(m, fence + 1, at);
                    fill(op, st, m, s, at);
                    s = m;
                }
                case Op.APPEND, Op.SETITEM -> {
                    m = s - (op == Op.APPEND ? 1 : 2);
                    need(m, fence + 1, at);
                    fill(op, st, m, s, at);
                    s = m;
                }
                case Op.REDUCE, Op.NEWOBJ -> {
                    s--;
                    need(s, fence + 1, at);
                    long function = st[s - 1];
                    st[s - 1] = Slot.tag(function) == Slot.CALM_GLOBAL
                            ? Slot.result(Slot.CALM_RESULT, (int) Slot.body(function), 0)
                            : calls.make(op == Op.REDUCE ? How.CALL : How.NEW, function, st[s], 0, at);
                }
                case Op.NEWOBJ_EX -> {
                    s -= 2;
                    need(s, fence + 1, at);
                    st[s - 1] = calls.make(How.NEW, st[s - 1], st[s], st[s + 1], at);
                }
                case Op.OBJ -> {
                    m = marked(mp, at);
                    fence = --mp > 0 ? marks[mp - 1] : 0;
                    need(s, m + 1, at);
                    st[m] = calls.make(How.CALL, st[m], containers.of(Slot.TUPLE, st, m + 1, s), 0, at);
                    s = m + 1;
                }
                case Op.BUILD -> {
                    s--;
                    need(s, fence + 1, at);
                    if (Slot.tag(st[s - 1]) != Slot.CALM_RESULT
                            || calls.states().matters(st[s])) {
                        next = calls.build(st, s - 1, at, frameEnd);
                        if (next != at + 1) {
                            base = next;
                            p = 0;
                            windowEnd = 0;
                            limit = 0;
                            at = next;
                            frameEnd = NEVER;
                            continue;
                        }
                    }
                }
                case Op.STACK_GLOBAL -> {
                    s--;
                    need(s, fence + 1, at);
                    st[s - 1] = calls.stackGlobal(st[s - 1], st[s], at);
                }
                case Op.BINPERSID -> {
                    need(s, fence + 1, at);
                    st[s - 1] = calls.persistent(containers.of(Slot.PERSISTENT, st, s - 1, s), at);
                }
                case Op.POP -> {
                    if (mp > 0 && marks[mp - 1] == s) {
                        fence = --mp > 0 ? marks[mp - 1] : 0;
                    } else {
                        need(s, fence + 1, at);
                        s--;
                    }
                }
                case Op.POP_MARK -> {
                    s = marked(mp, at);
                    fence = --mp > 0 ? marks[mp - 1] : 0;
                }
                case Op.DUP -> {
                    need(s, fence + 1, at);
                    st[s] = st[s - 1];
                    s++;
                }
                case Op.NEXT_BUFFER -> st[s++] = UNKNOWN;
                case Op.READONLY_BUFFER -> need(s, fence + 1, at);
                case Op.STOP -> {
                    need(s, fence + 1, at);
                    top = s;
                    return at + 1;
                }
                case Op.PROTO -> {
                    protocol(w[p + 1] & 0xff, at);
                    p++;
                }
                case Op.FRAME -> {
                    frame((long) LONG.get(w, p + 1), at);
                    p += 8;
                    limit = 0;
                }
                case Op.EXT1 -> {
                    st[s++] = calls.extension(w[p + 1] & 0xff, at);
                    p++;
                }
                case Op.EXT2 -> {
                    st[s++] = calls.extension((w[p + 1] & 0xff) | ((w[p + 2] & 0xff) << 8), at);
                    p += 2;
                }
                case Op.EXT4 -> {
                    st[s++] = calls.extension((int) INT.get(w, p + 1), at);
                    p += 4;
                }
                default -> {
                    // the rare ones have arguments of any length
                    next = switch (Op.form(op)) {
                        case COUNTED -> counted(op, at);
                        case LINE -> lineEnd(at + 1) + 1;
                        case TWO_LINES -> lineEnd(lineEnd(at + 1) + 1) + 1;
                        case FIXED, INVALID -> throw new Broken(at, "there is no opcode 0x%02x".formatted(op));
                    };
                    if (op == Op.INST) {
                        m = marked(mp, at);
                        fence = --mp > 0 ? marks[mp - 1] : 0;
                        if (m == st.length) {
                            st = grow();
                        }
                        st[m] = calls.make(How.CALL, calls.global(at), containers.of(Slot.TUPLE, st, m, s), 0, at);
                        s = m + 1;
                    } else if (op == Op.PUT) {
                        need(s, fence + 1, at);
                        memo.put(memoKey(at), st[s - 1]);
                    } else {
                        st[s++] = rare(op, at);
                    }
                    if (next - base <= windowEnd) {
                        p = (int) (next - base);
                    } else {
                        base = next;
                        p = 0;
                        windowEnd = 0;
                        limit = 0;
                    }
                    continue;
                }
            }
            p++;
            if (p < limit && w[p] == MEMOIZE && s > fence) {
                memo.add(st[s - 1]);
                p++;
            }
        }
    }

    private long rare(int op, long at) {
        return switch (op) {
            case Op.GLOBAL -> calls.global(at);
            case Op.GET -> got(memo.get(memoKey(at)), at);
            case Op.PERSID -> calls.persistent(containers.of(Slot.PERSISTENT, new long[] {TEXT | at}, 0, 1), at);
            case Op.INT, Op.LONG, Op.FLOAT -> number(op, at);
            case Op.LONG4 -> NUMBER | at;
            case Op.BINBYTES, Op.BINBYTES8, Op.BYTEARRAY8 -> calls.constant(BYTES | at);
            default -> calls.constant(TEXT | at);
        };
    }

    private long number(int op, long at) {
        String line = reading.constants().line(at);
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

    private long memoKey(long at) {
        BigInteger key = Numbers.whole(reading.constants().line(at));
        if (key == null || key.signum() < 0) {
            throw new Broken(at, "a memo number is no number");
        }
        return Constants.saturated(key);
    }

    private static long got(long slot, long at) {
        if (slot == 0) {
            throw new Broken(at, "the memo has nothing under this number");
        }
        return slot;
    }

    private static void need(int have, int least, long at) {
        if (have < least) {
            throw new Broken(at, "the stack is empty where a value is needed");
        }
    }

    private int marked(int count, long at) {
        if (count == 0) {
            throw new Broken(at, "there is no mark");
        }
        return marks[count - 1];
    }

    private static void even(int count, long at) {
        if ((count & 1) != 0) {
            throw new Broken(at, "a dictionary has a key without a value");
        }
    }

    private static int collection(int op) {
        return switch (op) {
            case Op.TUPLE -> Slot.TUPLE;
            case Op.LIST -> Slot.LIST;
            case Op.DICT -> Slot.DICT;
            default -> Slot.FROZENSET;
        };
    }

    /** Puts items into what stands below them. */
    private void fill(int op, long[] st, int from, int to, long at) {
        boolean pairs = op == Op.SETITEM || op == Op.SETITEMS;
        if (pairs) {
            even(to - from, at);
        }
        long target = st[from - 1];
        int tag = Slot.tag(target);
        int plain = pairs ? Slot.DICT : op == Op.ADDITEMS ? Slot.SET : Slot.LIST;
        if (tag == plain) {
            if (pairs) {
                calls.named(st, from, to);
            }
            containers.extend(target, st, from, to);
        } else if (tag == Slot.CALM_RESULT) {
            if (pairs) {
                calls.named(st, from, to);
            }
        } else if (to > from) {
            calls.fill(pairs ? How.SET_ITEM : How.APPEND, target, st, from, to, at);
        }
    }

    private long counted(int op, long at) {
        if (at + 1 + Op.width(op) > size) {
            throw new Broken(at, "the last opcode reaches over the end");
        }
        long length = reading.constants().counted(at);
        long start = at + 1 + Op.width(op);
        if (length < 0 || length > size - start) {
            throw new Broken(at, "a length of %,d bytes reaches over the end".formatted(length));
        }
        return start + length;
    }

    private long lineEnd(long from) {
        long end = from < size ? reading.constants().lineEnd(from) : size;
        if (end >= size) {
            throw new Broken(from, "a line has no end");
        }
        return end;
    }

    private static void protocol(int version, long at) {
        if (version > PROTOCOL_MAX) {
            throw new Broken(at, "protocol %d is not known".formatted(version));
        }
    }

    private void frame(long length, long at) {
        long start = at + 9;
        if (length < 0 || length > size - start) {
            straddled(at, size);
            return;
        }
        if (frameEnd == NEVER) {
            frameEnd = start + length;
        } else if (start != frameEnd) {
            straddled(at, frameEnd);
        }
    }

    /** Called where the loop comes to the end of a frame, of the window or of the content. */
    private void enter(long at, long here) {
        if (here >= frameEnd) {
            if (here > frameEnd) {
                straddled(at, frameEnd);
            }
            frameEnd = NEVER;
        }
        if (here >= size) {
            throw new Broken(at, here > size ? "the last opcode reaches over the end" : "there is no STOP");
        }
    }

    private void straddled(long at, long end) {
        if (straddle < 0) {
            straddle = at;
            straddledEnd = end;
        }
    }

    /** Moves the window there; returns where in it the loop has to come back. */
    private int fill(long here) {
        reading.inspection().step();
        int length = (int) Math.min(window.length - MARGIN, size - here);
        int margin = (int) Math.min(MARGIN, size - here - length);
        content.copy(here, window, length + margin);
        Arrays.fill(window, length + margin, length + MARGIN, (byte) 0);
        return length;
    }

    private long[] grow() {
        if (stack.length >= STACK_MAX) {
            throw new Stopped("more than %,d values on the stack of a pickle".formatted(STACK_MAX));
        }
        stack = Arrays.copyOf(stack, stack.length * 4);
        return stack;
    }

    private void growMarks() {
        if (marks.length >= STACK_MAX) {
            throw new Stopped("more than %,d marks on the stack of a pickle".formatted(STACK_MAX));
        }
        marks = Arrays.copyOf(marks, marks.length * 4);
    }
}
