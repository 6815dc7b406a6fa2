package io.casemate.scan.call;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** What is known of a value without running anything. The lattice: a known shape below, {@link Unknown} on top. */
public sealed interface Value {
    /** Text, whole. */
    record Text(String text) implements Value {}

    /** Bytes; all of them where {@code complete}, else their beginning. */
    record Bytes(MemorySegment bytes, boolean complete) implements Value {}

    /** A whole number; saturates at the bounds of a long. */
    record Whole(long number) implements Value {}

    record Real(double number) implements Value {}

    record Truth(boolean truth) implements Value {}

    record None() implements Value {}

    /** A tuple, list or set; where it was too long to keep, {@code complete} is false and the items are its beginning. */
    record Items(List<Value> items, boolean complete) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A dictionary, keys and values by turns. */
    record Entries(List<Value> keysAndValues, boolean complete) implements Value {
        public Entries {
            keysAndValues = List.copyOf(keysAndValues);
        }
    }

    /**
     * Something imported. The name may be dotted: attributes are walked part by part.
     *
     * @param module the module as written: "numpy.core.multiarray"
     * @param name the name in it as written: "_reconstruct"
     */
    record Global(String module, String name) implements Value {
        /** Module and name in one: "os.system". */
        public String qualified() {
            if (module.isEmpty() || name.isEmpty()) {
                return module + name;
            }
            return module + "." + name;
        }
    }

    /** What a call returns. */
    record Result(Call call) implements Value {}

    /** What a persistent id stands for: resolved by the loader, not by the file. */
    record Persistent(Value id) implements Value {}

    /** Nothing is known. */
    record Unknown() implements Value {}

    Unknown UNKNOWN = new Unknown();
    None NONE = new None();

    static Text text(String text) {
        return new Text(text);
    }

    static Items items(Value... items) {
        return new Items(List.of(items), true);
    }
}
