package io.casemate.report.view.pasta;

import io.casemate.core.model.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the seven stages of PASTA, as far as a model and its evidence fill it.
 *
 * @param number 1 to 7
 * @param points what there is; points without an item are left out
 * @param lacks what is missing, each with what to do about it
 */
record PastaStage(int number, String name, List<Point> points, List<String> lacks) {
    /** What is said of one thing. */
    record Point(String label, List<String> items) {
        Point {
            items = List.copyOf(items);
        }
    }

    /** How far it is filled. */
    enum State implements Named {
        EMPTY,
        PARTIAL,
        COMPLETE
    }

    PastaStage {
        points = points.stream().filter(p -> !p.items().isEmpty()).toList();
        lacks = List.copyOf(lacks);
    }

    State state() {
        if (points.isEmpty()) {
            return State.EMPTY;
        }
        return lacks.isEmpty() ? State.COMPLETE : State.PARTIAL;
    }

    /** Collects what a stage has and lacks. */
    static final class Builder {
        private final List<Point> points = new ArrayList<>();
        private final List<String> lacks = new ArrayList<>();

        Builder has(String label, List<String> items) {
            points.add(new Point(label, items));
            return this;
        }

        Builder has(String label, String text) {
            return has(label, text.isBlank() ? List.of() : List.of(text));
        }

        /** What lacks where the condition holds. */
        Builder lacksIf(boolean missing, String what) {
            if (missing) {
                lacks.add(what);
            }
            return this;
        }

        /** What lacks, with the names of the things it lacks for; nothing where there are none. */
        Builder lacksFor(List<String> names, String what) {
            return lacksIf(!names.isEmpty(), "%s: %s".formatted(what, some(names)));
        }

        PastaStage build(int number, String name) {
            return new PastaStage(number, name, points, lacks);
        }

        private static String some(List<String> names) {
            int most = 8;
            String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
            return names.size() > most ? "%s and %d more".formatted(first, names.size() - most) : first;
        }
    }
}
