package io.casemate.scan.call;

import java.util.List;
import java.util.Set;

/** How many items a value has once something takes them all: a few bytes can stand for endless many. */
final class Extent {
    /** More items than this were never meant to be taken. */
    static final long MAX = 1L << 26;

    private static final Set<String> ENDLESS = Set.of("count", "cycle");
    private static final Set<String> MULTIPLYING =
            Set.of("product", "permutations", "combinations", "combinations_with_replacement");
    private static final int DEPTH_MAX = 16;

    private Extent() {}

    /** Whether taking all items of it takes all memory, or forever. */
    static boolean excessive(Value value) {
        return of(value, 0) > MAX;
    }

    /** The number of items, as far as it is known; saturates well above the bound. */
    private static long of(Value value, int depth) {
        if (value instanceof Value.Items(List<Value> items, boolean complete)) {
            return items.size();
        }
        if (!(value instanceof Value.Result(Call call))
                || !(call.function() instanceof Value.Global function)
                || depth > DEPTH_MAX) {
            return 0;
        }
        String name = Names.last(function.name());
        List<Value> arguments = call.arguments();
        if (ENDLESS.contains(name)) {
            return function.module().equals("itertools") ? Long.MAX_VALUE : 0;
        }
        if (name.equals("repeat")) {
            return arguments.size() == 2 && arguments.get(1) instanceof Value.Whole(long times)
                    ? times
                    : Long.MAX_VALUE;
        }
        if (name.equals("range") || name.equals("xrange")) {
            return range(arguments);
        }
        if (name.equals("islice")) {
            return arguments.size() > 1 && arguments.getLast() instanceof Value.Whole(long stop)
                    ? Math.min(stop, of(arguments.getFirst(), depth + 1))
                    : of(arguments.isEmpty() ? Value.NONE : arguments.getFirst(), depth + 1);
        }
        boolean multiplies = MULTIPLYING.contains(name);
        long all = multiplies ? 1 : 0;
        for (Value argument : arguments) {
            long one = of(argument, depth + 1);
            all = multiplies ? product(all, Math.max(1, one)) : Math.max(all, one);
        }
        return all;
    }

    private static long range(List<Value> arguments) {
        if (arguments.isEmpty() || !arguments.stream().allMatch(Value.Whole.class::isInstance)) {
            return 0;
        }
        long[] bounds =
                arguments.stream().mapToLong(v -> ((Value.Whole) v).number()).toArray();
        double from = bounds.length == 1 ? 0 : bounds[0];
        double to = bounds.length == 1 ? bounds[0] : bounds[1];
        double step = bounds.length < 3 || bounds[2] == 0 ? 1 : bounds[2];
        return (long) Math.max(0, (to - from) / step);
    }

    private static long product(long one, long other) {
        return Math.multiplyHigh(one, other) != 0 || one * other < 0 ? Long.MAX_VALUE : one * other;
    }
}
