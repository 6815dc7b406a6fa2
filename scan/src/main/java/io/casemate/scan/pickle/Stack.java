package io.casemate.scan.pickle;

import io.casemate.scan.spi.Stopped;
import java.util.Arrays;

/** The stack of one pickle with its marks. Below the last mark, the fence, only opcodes that end it may reach. */
final class Stack {
    private static final int MAX = 4 << 20;

    long[] values = new long[64];
    int size;
    int[] marks = new int[16];
    int marked;
    /** Where the values above the last mark begin. */
    int fence;

    void push(long slot) {
        if (size == values.length) {
            grow();
        }
        values[size++] = slot;
    }

    /** Makes room; returns the new values. */
    long[] grow() {
        if (values.length >= MAX) {
            throw new Stopped("more than %,d values on the stack of a pickle".formatted(MAX));
        }
        values = Arrays.copyOf(values, values.length * 4);
        return values;
    }

    void mark() {
        if (marked == marks.length) {
            if (marked >= MAX) {
                throw new Stopped("more than %,d marks on the stack of a pickle".formatted(MAX));
            }
            marks = Arrays.copyOf(marks, marked * 4);
        }
        marks[marked++] = size;
        fence = size;
    }

    /** Takes the last mark away; returns where the values above it begin. */
    int unmark(long at) {
        if (marked == 0) {
            throw new Broken(at, "there is no mark");
        }
        int from = marks[--marked];
        fence = marked > 0 ? marks[marked - 1] : 0;
        return from;
    }

    /** Lets a slot stand in place of all values from there on. */
    void replace(int from, long slot) {
        size = from;
        push(slot);
    }

    /** The top value; there must be one above the fence. */
    long peek(long at) {
        need(1, at);
        return values[size - 1];
    }

    void need(int count, long at) {
        if (size - count < fence) {
            throw empty(at);
        }
    }

    static Broken empty(long at) {
        return new Broken(at, "the stack is empty where a value is needed");
    }
}
