package io.casemate.scan.weight;

/**
 * What became of one tensor between two versions of a model.
 *
 * @param relativeDistance length of the difference divided by the length of the earlier tensor; 0 where nothing changed, NaN
 *     where it was not measured
 * @param cosine cosine of the angle between both; 1 where nothing changed, NaN where it was not measured
 * @param largestDifference largest difference of two numbers; NaN where it was not measured
 * @param detail what changed, in words; "" where the figures say it
 */
public record TensorChange(
        String name, Kind kind, double relativeDistance, double cosine, double largestDifference, String detail) {
    /** Ways to change. */
    public enum Kind {
        /** Same type, shape and bytes. */
        SAME,
        /** Other numbers. */
        DRIFTED,
        /** Another type or shape. */
        RESHAPED,
        ADDED,
        REMOVED,
        /** It holds what another one held before. */
        SWAPPED
    }

    static TensorChange unmeasured(String name, Kind kind, String detail) {
        return new TensorChange(name, kind, Double.NaN, Double.NaN, Double.NaN, detail);
    }

    static TensorChange same(String name) {
        return new TensorChange(name, Kind.SAME, 0, 1, 0, "");
    }
}
