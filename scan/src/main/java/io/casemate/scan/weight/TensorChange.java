package io.casemate.scan.weight;

/**
 * What became of one tensor between two versions of a model.
 *
 * @param relativeDistance length of the difference divided by the length of the earlier tensor; 0 where nothing changed, NaN
 *     where it was not measured
 * @param cosine cosine of the angle between both; 1 where nothing changed, NaN where it was not measured
 * @param largestDifference largest difference of two numbers; NaN where it was not measured
 * @param twin the earlier tensor whose numbers it holds, where it was swapped or renamed; else ""
 * @param detail what changed, in words; "" where the rest says it
 */
public record TensorChange(
        String name,
        Kind kind,
        double relativeDistance,
        double cosine,
        double largestDifference,
        String twin,
        String detail) {
    /** Ways to change. */
    public enum Kind {
        /** Same type, shape and bytes. */
        SAME("the same"),
        /** Other numbers. */
        DRIFTED("drifted"),
        /** Another element type. */
        CONVERTED("of another type"),
        /** Another shape. */
        RESHAPED("of another shape"),
        ADDED("new"),
        REMOVED("gone"),
        /** It has a new name for what one held that is gone. */
        RENAMED("renamed"),
        /** It holds what another one held before. */
        SWAPPED("swapped");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people read it behind a number. */
        public String words() {
            return words;
        }
    }

    static TensorChange unmeasured(String name, Kind kind, String detail) {
        return new TensorChange(name, kind, Double.NaN, Double.NaN, Double.NaN, "", detail);
    }

    static TensorChange same(String name) {
        return new TensorChange(name, Kind.SAME, 0, 1, 0, "", "");
    }

    static TensorChange swapped(String name, String twin) {
        return new TensorChange(name, Kind.SWAPPED, Double.NaN, Double.NaN, Double.NaN, twin, "");
    }

    static TensorChange renamed(String name, String twin) {
        return new TensorChange(name, Kind.RENAMED, 0, 1, 0, twin, "");
    }

    TensorChange converted(String how) {
        return new TensorChange(name, Kind.CONVERTED, relativeDistance, cosine, largestDifference, "", how);
    }
}
