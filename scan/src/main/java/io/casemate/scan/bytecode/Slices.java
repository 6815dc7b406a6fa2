package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.List;

/** {@code value[start:stop:step]} of texts, bytes and tuples. */
final class Slices {
    private Slices() {}

    static boolean isSlice(Value key) {
        return key instanceof Value.Result(Call call) && call.function().equals(Folding.builtin("slice"));
    }

    static Value slice(Value value, Value key) {
        if (!(key instanceof Value.Result(Call call)) || call.arguments().size() < 2) {
            return Value.UNKNOWN;
        }
        List<Value> bounds = call.arguments();
        return slice(value, bounds.get(0), bounds.get(1), bounds.size() > 2 ? bounds.get(2) : Value.NONE);
    }

    static Value slice(Value value, Value start, Value stop, Value step) {
        boolean open = start instanceof Value.None && stop instanceof Value.None;
        if (open && step instanceof Value.Whole(long back) && back == -1) {
            return Texts.reversed(value);
        }
        if (value instanceof Value.Text(String text)
                && (step instanceof Value.None || step.equals(new Value.Whole(1)))) {
            int from = bound(start, 0, text.length());
            int to = bound(stop, text.length(), text.length());
            return from < 0 || to < 0 ? Value.UNKNOWN : Value.text(from < to ? text.substring(from, to) : "");
        }
        if (value instanceof Value.Text(String text) && open && step instanceof Value.Whole(long each) && each > 0) {
            var taken = new StringBuilder();
            for (long i = 0; i < text.length(); i += Math.min(each, text.length())) {
                taken.append(text.charAt((int) i));
            }
            return Value.text(taken.toString());
        }
        return Value.UNKNOWN;
    }

    /** A bound within 0 and length; -1 where it is not known. */
    private static int bound(Value value, int absent, int length) {
        return switch (value) {
            case Value.None _ -> absent;
            case Value.Whole(long at) -> Math.clamp(at < 0 ? at + length : at, 0, length);
            default -> -1;
        };
    }
}
