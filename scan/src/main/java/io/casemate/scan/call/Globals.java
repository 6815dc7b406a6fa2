package io.casemate.scan.call;

import java.util.List;
import java.util.function.Consumer;

/**
 * Globals among the arguments of a call, looked for in tuples, lists and dictionaries up to a depth and a number; beyond
 * these, {@link Judge#reference} is what judges them.
 */
final class Globals {
    private static final int DEPTH_MAX = 16;
    private static final int VALUES_MAX = 10_000;

    private final Consumer<Value.Global> each;
    private int seen;

    private Globals(Consumer<Value.Global> each) {
        this.each = each;
    }

    static void in(Call call, Consumer<Value.Global> each) {
        var walk = new Globals(each);
        walk.all(call.arguments(), 0);
        call.keywords().values().forEach(value -> walk.one(value, 0));
    }

    static void in(Value value, Consumer<Value.Global> each) {
        new Globals(each).one(value, 0);
    }

    private void all(List<Value> values, int depth) {
        for (int i = 0; i < values.size() && seen < VALUES_MAX; i++) {
            one(values.get(i), depth);
        }
    }

    private void one(Value value, int depth) {
        seen++;
        if (depth > DEPTH_MAX) {
            return;
        }
        switch (value) {
            case Value.Global global -> each.accept(global);
            case Value.Items items -> all(items.items(), depth + 1);
            case Value.Entries entries -> all(entries.keysAndValues(), depth + 1);
            case Value.Text v -> {}
            case Value.Bytes v -> {}
            case Value.Whole v -> {}
            case Value.Real v -> {}
            case Value.Truth v -> {}
            case Value.None v -> {}
            case Value.Result v -> {}
            case Value.Persistent v -> {}
            case Value.Unknown v -> {}
        }
    }
}
