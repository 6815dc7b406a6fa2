package io.casemate.scan.rds;

import io.casemate.scan.trial.Bytes;

/** Builds objects as R serializes them, in XDR. */
final class RdsFile {
    private static final int ATTRIBUTES = 1 << 9;
    private static final int TAG = 1 << 10;
    private final Bytes out = Bytes.bytes()
            .text("X\n")
            .big(3, 4)
            .big(0x40201, 4)
            .big(0x30500, 4)
            .big(5, 4)
            .text("UTF-8");

    static RdsFile object() {
        return new RdsFile();
    }

    RdsFile list(int length) {
        return word(19).word(length);
    }

    RdsFile listWithAttributes(int length) {
        return word(19 | ATTRIBUTES).word(length);
    }

    RdsFile integers(int... values) {
        word(13).word(values.length);
        for (int value : values) {
            word(value);
        }
        return this;
    }

    RdsFile reals(int count) {
        word(14).word(count);
        out.zeros(8 * count);
        return this;
    }

    RdsFile texts(String... values) {
        word(16).word(values.length);
        for (String value : values) {
            characters(value);
        }
        return this;
    }

    RdsFile symbol(String name) {
        return word(1).characters(name);
    }

    RdsFile again(int index) {
        return word(index << 8 | 255);
    }

    /** Begins a pair with a name; the name, the value and the rest follow. */
    RdsFile pair() {
        return word(2 | TAG);
    }

    RdsFile call() {
        return word(6);
    }

    /** Begins a function; its environment, arguments and body follow. */
    RdsFile function() {
        return word(3 | TAG);
    }

    /** Begins a promise; its environment, value and expression follow. */
    RdsFile promise() {
        return word(5 | TAG);
    }

    /** Begins an environment; what encloses it, its values, its table and attributes follow. */
    RdsFile environment() {
        return word(4).word(0);
    }

    RdsFile global() {
        return word(253);
    }

    RdsFile unbound() {
        return word(252);
    }

    RdsFile none() {
        return word(254);
    }

    RdsFile code() {
        return word(21).word(0);
    }

    RdsFile word(int value) {
        out.big(value, 4);
        return this;
    }

    byte[] toBytes() {
        return out.toBytes();
    }

    private RdsFile characters(String value) {
        word(9 | 1 << 18).word(value.length());
        out.text(value);
        return this;
    }
}
