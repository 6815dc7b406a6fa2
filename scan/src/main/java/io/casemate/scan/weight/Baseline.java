package io.casemate.scan.weight;

import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares two versions of a model, tensor by tensor, over their bytes; reads each tensor once. */
public final class Baseline {
    private static final long BLOCK = 1 << 20;
    /** Up to this share of changed tensors, and with so many unchanged ones, a change is an edit and no training. */
    private static final double EDIT_SHARE_MAX = 0.2;

    private static final int EDIT_SAME_MIN = 4;
    private static final int TOLD_MAX = 20;
    /** Tensors looked through for one that holds the same: a bound on the work of hostile lists. */
    private static final int SWAP_CANDIDATES_MAX = 1000;

    private Baseline() {}

    /**
     * What became of each tensor, in the order of now; removed ones last. Of tensors of one name the last counts.
     *
     * @param step asked from time to time whether to go on
     */
    public static List<TensorChange> compare(List<Tensor> then, List<Tensor> now, Runnable step) {
        var before = new LinkedHashMap<String, Tensor>();
        then.forEach(tensor -> before.put(tensor.name(), tensor));
        var after = new LinkedHashMap<String, Tensor>();
        now.forEach(tensor -> after.put(tensor.name(), tensor));
        Map<Long, List<Tensor>> bySize = new HashMap<>();
        before.values()
                .forEach(tensor -> bySize.computeIfAbsent(tensor.bytes().byteSize(), size -> new ArrayList<>())
                        .add(tensor));
        var changes = new ArrayList<TensorChange>();
        for (Tensor tensor : after.values()) {
            step.run();
            changes.add(change(Optional.ofNullable(before.remove(tensor.name())), tensor, bySize, step));
        }
        before.keySet().forEach(name -> changes.add(TensorChange.unmeasured(name, TensorChange.Kind.REMOVED, "")));
        return List.copyOf(changes);
    }

    private static TensorChange change(
            Optional<Tensor> then, Tensor now, Map<Long, List<Tensor>> bySize, Runnable step) {
        if (then.isPresent() && alike(then.get(), now) && same(then.get(), now, step)) {
            return TensorChange.same(now.name());
        }
        Optional<Tensor> twin = bySize.getOrDefault(now.bytes().byteSize(), List.of()).stream()
                .limit(SWAP_CANDIDATES_MAX)
                .filter(other -> !other.name().equals(now.name()) && alike(other, now))
                .filter(other -> same(other, now, step) && !constant(now))
                .findFirst();
        if (twin.isPresent()) {
            return TensorChange.unmeasured(
                    now.name(),
                    TensorChange.Kind.SWAPPED,
                    "holds what '%s' held".formatted(Shown.name(twin.get().name())));
        }
        if (then.isEmpty()) {
            return TensorChange.unmeasured(now.name(), TensorChange.Kind.ADDED, "");
        }
        if (!alike(then.get(), now)) {
            return TensorChange.unmeasured(
                    now.name(),
                    TensorChange.Kind.RESHAPED,
                    "%s %s became %s %s".formatted(then.get().type(), then.get().shape(), now.type(), now.shape()));
        }
        return Drift.between(then.get(), now, step);
    }

    private static boolean alike(Tensor a, Tensor b) {
        return a.type() == b.type()
                && a.shape().equals(b.shape())
                && a.bytes().byteSize() == b.bytes().byteSize();
    }

    private static boolean same(Tensor a, Tensor b, Runnable step) {
        long size = a.bytes().byteSize();
        for (long at = 0; at < size; at += BLOCK) {
            long end = Math.min(size, at + BLOCK);
            if (MemorySegment.mismatch(a.bytes(), at, end, b.bytes(), at, end) >= 0) {
                return false;
            }
            step.run();
        }
        return true;
    }

    /** Whether all numbers are the same: fresh norms of all layers are, and swap with each other unnoticed. */
    private static boolean constant(Tensor tensor) {
        long element = tensor.type().bits() / 8;
        long size = tensor.bytes().byteSize();
        return size <= element
                || MemorySegment.mismatch(tensor.bytes(), 0, size - element, tensor.bytes(), element, size) < 0;
    }

    /** Tells what the changes mean, as evidence. */
    public static void tell(List<TensorChange> changes, Inspection inspection) {
        long same = count(changes, TensorChange.Kind.SAME);
        long drifted = count(changes, TensorChange.Kind.DRIFTED);
        inspection.fact("tensors changed", "%d of %d".formatted(changes.size() - same, changes.size()));
        boolean edit = drifted > 0 && same >= EDIT_SAME_MIN && drifted <= EDIT_SHARE_MAX * (same + drifted);
        if (drifted > 0 && !edit) {
            double mean = changes.stream()
                    .filter(change -> change.kind() == TensorChange.Kind.DRIFTED)
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
                            drifted,
                            changes.size(),
                            mean));
        }
        changes.stream()
                .filter(change -> change.kind() != TensorChange.Kind.SAME)
                .filter(change -> change.kind() != TensorChange.Kind.DRIFTED || edit)
                .limit(TOLD_MAX)
                .forEach(change -> inspection.found(rule(change.kind()), -1, words(change)));
    }

    private static long count(List<TensorChange> changes, TensorChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static String rule(TensorChange.Kind kind) {
        return switch (kind) {
            case SAME, DRIFTED -> "weight/edited";
            case RESHAPED, ADDED, REMOVED -> "weight/reshaped";
            case SWAPPED -> "weight/swapped";
        };
    }

    private static String words(TensorChange change) {
        String what = switch (change.kind()) {
            case SAME -> "is the same";
            case DRIFTED ->
                String.format(
                        Locale.ROOT,
                        "changed by %.3g of its length (cosine %.6f, largest difference %.3g) while nearly all others did not",
                        change.relativeDistance(),
                        change.cosine(),
                        change.largestDifference());
            case RESHAPED -> "changed its form: " + change.detail();
            case ADDED -> "was added";
            case REMOVED -> "was removed";
            case SWAPPED -> change.detail();
        };
        return "tensor '%s' %s".formatted(Shown.name(change.name()), what);
    }
}
