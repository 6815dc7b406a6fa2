package io.casemate.scan.pickle;

import io.casemate.scan.call.Call.How;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The stack machine of one pickle: what opcodes push are {@link Slot}s. A checkpoint has tens of millions of opcodes of some
 * thirty kinds: these run in one small loop with its state in locals, all others one by one. It does what CPython's C
 * unpickler does, fence of the last mark and all.
 */
final class Machine {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Shorter constants hold nothing that could be loaded. */
    private static final int LOADABLE_MIN = 20;

    private static final int PROTOCOL_MAX = 5;

    private static final byte MEMOIZE = (byte) Op.MEMOIZE;
    private static final long TEXT = Slot.of(Slot.TEXT, 0);
    private static final long BYTES = Slot.of(Slot.BYTES, 0);
    private static final long NUMBER = Slot.of(Slot.NUMBER, 0);
    private static final long REAL = Slot.of(Slot.REAL, 0);
    private static final long UNKNOWN = Slot.of(Slot.UNKNOWN, 0);

    private final Containers containers;
    private final Calls calls;
    private final Plants plants;
    private final Memo memo;
    private final Window window;
    private final Operands operands;
    private final Stack stack = new Stack();
    private final long size;
    private boolean stopped;

    Machine(Reading reading, Memo memo) {
        this.containers = reading.containers();
        this.calls = reading.calls();
        this.plants = reading.plants();
        this.memo = memo;
        this.size = reading.content().size();
        this.operands = new Operands(reading.constants(), size);
        this.window = new Window(reading.content(), reading.inspection());
    }

    /** How far it was read, and where frames and opcodes disagree. */
    Window window() {
        return window;
    }

    /** What the pickle is. */
    long result() {
        return stopped ? stack.values[stack.size - 1] : UNKNOWN;
    }

    /**
     * Runs the pickle that begins there.
     *
     * @return the offset after its STOP
     * @throws Broken where no loader reads on
     */
    long run(long from) {
        window.jump(from);
        while (!stopped) {
            if (window.at >= window.limit) {
                window.next();
            }
            frequent();
            if (window.at < window.limit) {
                rare(window.bytes[window.at] & 0xff, window.here());
            }
        }
        return window.here();
    }

    /** Runs opcodes up to the next one of another kind, or up to the limit of the window. */
    private void frequent() {
        final byte[] w = window.bytes;
        final long base = window.base;
        final int limit = window.limit;
        int p = window.at;
        int last = -1;
        long[] st = stack.values;
        int s = stack.size;
        int[] marks = stack.marks;
        int marked = stack.marked;
        int fence = stack.fence;
        loop:
        while (p < limit) {
            if (s == st.length) {
                st = stack.grow();
            }
            long at = base + p;
            int op = w[p] & 0xff;
            switch (op) {
                case Op.BININT1 -> {
                    st[s++] = NUMBER | at;
                    last = p;
                    p += 2;
                    continue;
                }
                case Op.BININT2 -> {
                    st[s++] = NUMBER | at;
                    last = p;
                    p += 3;
                    continue;
                }
                case Op.BININT -> {
                    st[s++] = NUMBER | at;
                    last = p;
                    p += 5;
                    continue;
                }
                case Op.BINFLOAT -> {
                    st[s++] = REAL | at;
                    last = p;
                    p += 9;
                    continue;
                }
                case Op.SHORT_BINUNICODE -> {
                    int length = w[p + 1] & 0xff;
                    st[s++] = length < LOADABLE_MIN ? TEXT | at : calls.constant(TEXT | at);
                    last = p;
                    p += 1 + length;
                }
                case Op.BINUNICODE -> {
                    int length = (int) INT.get(w, p + 1);
                    if (length < 0 || length > limit - p) {
                        break loop;
                    }
                    st[s++] = length < LOADABLE_MIN ? TEXT | at : calls.constant(TEXT | at);
                    last = p;
                    p += 5 + length;
                    continue;
                }
                case Op.MEMOIZE -> {
                    if (s <= fence) {
                        throw Stack.empty(at);
                    }
                    memo.add(st[s - 1]);
                    last = p;
                }
                case Op.BINPUT -> {
                    if (s <= fence) {
                        throw Stack.empty(at);
                    }
                    memo.put(w[p + 1] & 0xff, st[s - 1]);
                    last = p;
                    p += 2;
                    continue;
                }
                case Op.LONG_BINPUT -> {
                    if (s <= fence) {
                        throw Stack.empty(at);
                    }
                    memo.put((int) INT.get(w, p + 1) & 0xffff_ffffL, st[s - 1]);
                    last = p;
                    p += 5;
                    continue;
                }
                case Op.BINGET -> {
                    st[s++] = got(memo.get(w[p + 1] & 0xff), at);
                    last = p;
                    p += 2;
                    continue;
                }
                case Op.LONG_BINGET -> {
                    st[s++] = got(memo.get((int) INT.get(w, p + 1) & 0xffff_ffffL), at);
                    last = p;
                    p += 5;
                    continue;
                }
                case Op.NONE, Op.NEWTRUE, Op.NEWFALSE -> {
                    st[s++] = single(op);
                    last = p;
                }
                case Op.EMPTY_LIST, Op.EMPTY_DICT, Op.EMPTY_TUPLE, Op.EMPTY_SET -> {
                    st[s++] = containers.empty(collection(op));
                    last = p;
                }
                case Op.MARK -> {
                    if (marked == marks.length) {
                        break loop;
                    }
                    marks[marked++] = s;
                    fence = s;
                    last = p;
                }
                case Op.TUPLE1, Op.TUPLE2, Op.TUPLE3 -> {
                    int from = s - (op - Op.TUPLE1 + 1);
                    if (from < fence) {
                        throw Stack.empty(at);
                    }
                    if (op == Op.TUPLE2) {
                        plants.pair(st[from], st[from + 1], at);
                    }
                    st[from] = containers.of(Slot.TUPLE, st, from, s);
                    s = from + 1;
                    last = p;
                }
                case Op.TUPLE -> {
                    if (marked == 0) {
                        break loop;
                    }
                    int from = marks[--marked];
                    fence = marked > 0 ? marks[marked - 1] : 0;
                    if (s - from == 2) {
                        plants.pair(st[from], st[from + 1], at);
                    }
                    st[from] = containers.of(Slot.TUPLE, st, from, s);
                    s = from + 1;
                    last = p;
                }
                case Op.APPENDS, Op.SETITEMS -> {
                    if (marked == 0) {
                        break loop;
                    }
                    int from = marks[--marked];
                    fence = marked > 0 ? marks[marked - 1] : 0;
                    if (from <= fence) {
                        throw Stack.empty(at);
                    }
                    put(op, st, from, s, at);
                    s = from;
                    last = p;
                }
                case Op.APPEND, Op.SETITEM -> {
                    int from = s - (op == Op.APPEND ? 1 : 2);
                    if (from <= fence) {
                        throw Stack.empty(at);
                    }
                    put(op, st, from, s, at);
                    s = from;
                    last = p;
                }
                default -> {
                    break loop;
                }
            }
            p++;
            // what is made is nearly always memoized: one jump of the switch less
            if (p < limit && w[p] == MEMOIZE && s > fence) {
                memo.add(st[s - 1]);
                p++;
            }
        }
        window.at = p;
        if (last >= 0) {
            window.last = base + last;
        }
        stack.size = s;
        stack.marked = marked;
        stack.fence = fence;
    }

    /** Runs one opcode of any kind. */
    private void rare(int op, long at) {
        window.last = at;
        long next = operands.end(op, at);
        switch (op) {
            case Op.MARK -> stack.mark();
            case Op.TUPLE, Op.LIST, Op.FROZENSET -> collect(collection(op), at);
            case Op.DICT -> {
                int from = stack.unmark(at);
                even(stack.size - from, at);
                plants.pairs(stack.values, from, stack.size, at);
                stack.replace(from, containers.of(Slot.DICT, stack.values, from, stack.size));
            }
            case Op.APPENDS, Op.SETITEMS, Op.ADDITEMS -> {
                int from = stack.unmark(at);
                if (from <= stack.fence) {
                    throw Stack.empty(at);
                }
                put(op, stack.values, from, stack.size, at);
                stack.size = from;
            }
            case Op.REDUCE, Op.NEWOBJ -> {
                stack.need(2, at);
                long arguments = stack.values[--stack.size];
                call(op == Op.REDUCE ? How.CALL : How.NEW, arguments, 0, at);
            }
            case Op.NEWOBJ_EX -> {
                stack.need(3, at);
                long keywords = stack.values[--stack.size];
                long arguments = stack.values[--stack.size];
                call(How.NEW, arguments, keywords, at);
            }
            case Op.OBJ -> {
                int from = stack.unmark(at);
                if (stack.size <= from) {
                    throw Stack.empty(at);
                }
                long arguments = containers.of(Slot.TUPLE, stack.values, from + 1, stack.size);
                stack.size = from + 1;
                call(How.CALL, arguments, 0, at);
            }
            case Op.INST -> {
                int from = stack.unmark(at);
                long arguments = containers.of(Slot.TUPLE, stack.values, from, stack.size);
                stack.replace(from, calls.make(How.CALL, calls.global(at), arguments, 0, at));
            }
            case Op.BUILD -> {
                long after = build(at);
                if (after != next) {
                    window.jump(after);
                    return;
                }
            }
            case Op.STACK_GLOBAL -> {
                stack.need(2, at);
                long name = stack.values[--stack.size];
                stack.values[stack.size - 1] = calls.stackGlobal(stack.values[stack.size - 1], name, at);
            }
            case Op.BINPERSID -> {
                stack.need(1, at);
                int top = stack.size - 1;
                stack.values[top] = calls.persistent(containers.of(Slot.PERSISTENT, stack.values, top, stack.size), at);
            }
            case Op.POP -> {
                if (stack.marked > 0 && stack.fence == stack.size) {
                    stack.unmark(at);
                } else {
                    stack.need(1, at);
                    stack.size--;
                }
            }
            case Op.POP_MARK -> stack.size = stack.unmark(at);
            case Op.DUP -> stack.push(stack.peek(at));
            case Op.READONLY_BUFFER -> stack.need(1, at);
            case Op.STOP -> {
                stack.need(1, at);
                stopped = true;
            }
            case Op.PROTO -> protocol(window.bytes[window.at + 1] & 0xff, at);
            case Op.FRAME -> window.frame((long) LONG.get(window.bytes, window.at + 1), at);
            case Op.PUT -> memo.put(operands.memoKey(at), stack.peek(at));
            default -> stack.push(pushed(op, at));
        }
        window.moveTo(next);
    }

    /** What an opcode pushes that takes nothing from the stack. */
    private long pushed(int op, long at) {
        byte[] w = window.bytes;
        int p = window.at;
        return switch (op) {
            case Op.GLOBAL -> calls.global(at);
            case Op.GET -> got(memo.get(operands.memoKey(at)), at);
            case Op.PERSID -> calls.persistent(containers.of(Slot.PERSISTENT, new long[] {TEXT | at}, 0, 1), at);
            case Op.INT, Op.LONG, Op.FLOAT -> operands.number(op, at);
            case Op.LONG1, Op.LONG4 -> NUMBER | at;
            case Op.SHORT_BINBYTES -> (w[p + 1] & 0xff) < LOADABLE_MIN ? BYTES | at : calls.constant(BYTES | at);
            case Op.BINBYTES, Op.BINBYTES8, Op.BYTEARRAY8 -> calls.constant(BYTES | at);
            case Op.NEXT_BUFFER -> UNKNOWN;
            case Op.EXT1 -> calls.extension(w[p + 1] & 0xff, at);
            case Op.EXT2 -> calls.extension((w[p + 1] & 0xff) | ((w[p + 2] & 0xff) << 8), at);
            case Op.EXT4 -> calls.extension((int) INT.get(w, p + 1), at);
            default -> calls.constant(TEXT | at);
        };
    }

    private void collect(int tag, long at) {
        int from = stack.unmark(at);
        if (stack.size - from == 2) {
            plants.pair(stack.values[from], stack.values[from + 1], at);
        }
        stack.replace(from, containers.of(tag, stack.values, from, stack.size));
    }

    /** Calls what is on top of the stack. */
    private void call(How how, long arguments, long keywords, long at) {
        int top = stack.size - 1;
        stack.values[top] = calls.make(how, stack.values[top], arguments, keywords, at);
    }

    /** BUILD; returns where to read on. */
    private long build(long at) {
        stack.need(2, at);
        long state = stack.values[--stack.size];
        int target = stack.size - 1;
        boolean calm = Slot.tag(stack.values[target]) == Slot.CALM_RESULT
                && !calls.states().matters(state);
        return calm ? at + 1 : calls.build(stack.values, target, at, window.frameEnd());
    }

    /** Puts items into what stands below them. */
    private void put(int op, long[] st, int from, int to, long at) {
        boolean pairs = op == Op.SETITEM || op == Op.SETITEMS;
        if (pairs) {
            even(to - from, at);
            plants.pairs(st, from, to, at);
        } else if (to - from == 2) {
            plants.pair(st[from], st[from + 1], at);
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

    private static long single(int op) {
        return switch (op) {
            case Op.NEWTRUE -> Slot.of(Slot.TRUE, 0);
            case Op.NEWFALSE -> Slot.of(Slot.FALSE, 0);
            default -> Slot.of(Slot.NONE, 0);
        };
    }

    private static int collection(int op) {
        return switch (op) {
            case Op.EMPTY_LIST, Op.LIST -> Slot.LIST;
            case Op.EMPTY_DICT, Op.DICT -> Slot.DICT;
            case Op.EMPTY_TUPLE, Op.TUPLE -> Slot.TUPLE;
            case Op.EMPTY_SET -> Slot.SET;
            default -> Slot.FROZENSET;
        };
    }

    private static long got(long slot, long at) {
        if (slot == 0) {
            throw new Broken(at, "the memo has nothing under this number");
        }
        return slot;
    }

    private static void even(int count, long at) {
        if ((count & 1) != 0) {
            throw new Broken(at, "a dictionary has a key without a value");
        }
    }

    private static void protocol(int version, long at) {
        if (version > PROTOCOL_MAX) {
            throw new Broken(at, "protocol %d is not known".formatted(version));
        }
    }
}
