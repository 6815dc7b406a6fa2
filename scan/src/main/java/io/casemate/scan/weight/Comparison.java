package io.casemate.scan.weight;

import io.casemate.scan.spi.Inspection;
import io.casemate.scan.weight.TensorChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the changes between two versions of a model mean. Training moves nearly every tensor, a conversion every type, and both
 * are information. What leaves most tensors the same to the byte and changes, swaps, adds or removes a few was done by hand.
 *
 * @param changes of each tensor one
 */
public record Comparison(List<TensorChange> changes) {
    /** Up to this share of changed tensors, and with so many unchanged ones, a change is an edit and no training. */
    private static final double EDIT_SHARE_MAX = 0.2;

    private static final int EDIT_SAME_MIN = 4;
    /** A single changed tensor is an edit in small models too. */
    private static final int SINGLE_SAME_MIN = 2;

    private static final int TOLD_MAX = 20;
    /** So much farther than the middle one, in robust standard deviations of the logarithm, and so many times: one of its own. */
    private static final double FARTHER_Z = 8;

    private static final double FARTHER_TIMES = 10;
    private static final int FARTHER_ALIKE_MIN = 6;

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** How many tensors changed in which way; ways that did not occur are left out. */
    public SortedMap<Kind, Integer> counts() {
        var counts = new TreeMap<Kind, Integer>();
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }

    private int count(Kind kind) {
        return counts().getOrDefault(kind, 0);
    }

    /** Tells what the changes mean. */
    public void tell(Inspection inspection) {
        inspection.fact("tensors changed", "%d of %d".formatted(changes.size() - count(Kind.SAME), changes.size()));
        tellMoved(inspection);
        tellStructure(inspection);
        if (isEdit()) {
            tellEach("weight/edited", of(Kind.DRIFTED), inspection);
            return;
        }
        tellDrift(inspection);
    }

    /** Whether some tensors changed while nearly all others are the same to the byte. */
    private boolean isEdit() {
        int drifted = count(Kind.DRIFTED);
        int same = count(Kind.SAME);
        boolean few = same >= EDIT_SAME_MIN && drifted <= EDIT_SHARE_MAX * (same + drifted);
        boolean single = drifted == 1 && same >= SINGLE_SAME_MIN;
        return drifted > 0 && (few || single);
    }

    private void tellMoved(Inspection inspection) {
        tellEach("weight/swapped", of(Kind.SWAPPED), inspection);
        List<TensorChange> renamed = of(Kind.RENAMED);
        if (renamed.isEmpty()) {
            return;
        }
        List<TensorChange> misplaced = renamed.stream()
                .filter(change -> !numbers(change.name()).equals(numbers(change.twin())))
                .toList();
        boolean all = count(Kind.SAME) + count(Kind.DRIFTED) == 0;
        if (all && misplaced.isEmpty()) {
            inspection.found(
                    "weight/renamed",
                    -1,
                    "%d tensors have new names for the same numbers, the first '%s' for '%s'"
                            .formatted(
                                    renamed.size(),
                                    Shown.name(renamed.getFirst().name()),
                                    Shown.name(renamed.getFirst().twin())));
        } else {
            tellEach("weight/swapped", all ? misplaced : renamed, inspection);
        }
    }

    /** The places of layers in a name: "h.11.mlp.0" has 11 and 0. */
    private static List<String> numbers(String name) {
        return Arrays.stream(name.split("[^0-9]+")).filter(n -> !n.isEmpty()).toList();
    }

    /** New, gone and reshaped tensors: grafted on where all others are the same to the byte. */
    private void tellStructure(Inspection inspection) {
        List<TensorChange> changed = new ArrayList<>(of(Kind.RESHAPED));
        changed.addAll(of(Kind.ADDED));
        changed.addAll(of(Kind.REMOVED));
        boolean grafted = count(Kind.SAME) >= SINGLE_SAME_MIN && (count(Kind.DRIFTED) == 0 || isEdit());
        tellEach(grafted ? "weight/grafted" : "weight/reshaped", changed, inspection);
        List<TensorChange> converted = of(Kind.CONVERTED);
        if (!converted.isEmpty()) {
            inspection.found(
                    "weight/converted",
                    -1,
                    String.format(
                            Locale.ROOT,
                            "%d of %d tensors have another type, the first: %s",
                            converted.size(),
                            changes.size(),
                            words(converted.getFirst())));
        }
        tellFarther(converted, inspection);
    }

    private void tellDrift(Inspection inspection) {
        List<TensorChange> drifted = of(Kind.DRIFTED);
        if (drifted.isEmpty()) {
            return;
        }
        double mean = drifted.stream()
                .mapToDouble(TensorChange::relativeDistance)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        inspection.found(
                "weight/drifted",
                -1,
                String.format(
                        Locale.ROOT,
                        "%d of %d tensors changed, by %.3g of their length on average",
                        drifted.size(),
                        changes.size(),
                        mean));
        tellFarther(drifted, inspection);
    }

    /** Tensors that moved much farther than the others did. */
    private static void tellFarther(List<TensorChange> moved, Inspection inspection) {
        double[] logs = moved.stream()
                .mapToDouble(change -> Math.log(change.relativeDistance()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (logs.length < FARTHER_ALIKE_MIN) {
            return;
        }
        double median = logs[logs.length / 2];
        double[] deviations =
                Arrays.stream(logs).map(l -> Math.abs(l - median)).sorted().toArray();
        double least =
                median + Math.max(Math.log(FARTHER_TIMES), FARTHER_Z * 1.4826 * deviations[deviations.length / 2]);
        tellEach(
                "weight/drift-outlier",
                moved.stream()
                        .filter(change -> Math.log(change.relativeDistance()) > least)
                        .toList(),
                inspection);
    }

    private static void tellEach(String rule, List<TensorChange> changes, Inspection inspection) {
        changes.stream()
                .limit(TOLD_MAX)
                .forEach(change -> inspection.found(
                        rule, -1, "tensor '%s' %s".formatted(Shown.name(change.name()), words(change))));
        if (changes.size() > TOLD_MAX) {
            inspection.fact(rule, "%d in all, %d told".formatted(changes.size(), TOLD_MAX));
        }
    }

    private List<TensorChange> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    private static String words(TensorChange change) {
        return switch (change.kind()) {
            case SAME -> "is the same";
            case DRIFTED ->
                String.format(
                        Locale.ROOT,
                        "changed by %.3g of its length (cosine %.6f, largest difference %.3g)",
                        change.relativeDistance(),
                        change.cosine(),
                        change.largestDifference());
            case CONVERTED ->
                change.detail()
                        + (Double.isFinite(change.relativeDistance())
                                ? String.format(Locale.ROOT, ", off by %.3g of its length", change.relativeDistance())
                                : "");
            case RESHAPED -> "changed its shape: " + change.detail();
            case ADDED -> ("is new " + change.detail()).strip();
            case REMOVED -> "is gone";
            case RENAMED -> "is a new name for what '%s' held".formatted(Shown.name(change.twin()));
            case SWAPPED -> "holds what '%s' held".formatted(Shown.name(change.twin()));
        };
    }
}
