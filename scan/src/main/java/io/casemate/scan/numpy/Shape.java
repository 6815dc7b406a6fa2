package io.casemate.scan.numpy;

import io.casemate.scan.call.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lengths of the dimensions of an array. */
record Shape(List<Long> lengths) {
    Shape {
        lengths = List.copyOf(lengths);
    }

    /** The shape that a literal names: a number or a tuple of numbers, none below 0. */
    static Optional<Shape> of(Value value) {
        var lengths = new ArrayList<Long>();
        List<Value> parts = value instanceof Value.Items(var items, boolean complete) ? items : List.of(value);
        for (Value part : parts) {
            if (!(part instanceof Value.Whole(long length)) || length < 0) {
                return Optional.empty();
            }
            lengths.add(length);
        }
        return Optional.of(new Shape(lengths));
    }

    /** Number of elements; -1 where it is beyond all memory. */
    long elements() {
        long product = 1;
        for (long length : lengths) {
            if (Math.multiplyHigh(product, length) != 0 || product * length < 0) {
                return -1;
            }
            product *= length;
        }
        return product;
    }
}
