package io.casemate.scan.weight;

import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two versions of a model, tensor by tensor, over their bytes; reads each tensor once. */
public final class Baseline {
    private static final long BLOCK = 1 << 20;
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
        var renamed = new HashSet<String>();
        for (Tensor tensor : after.values()) {
            step.run();
            TensorChange change =
                    change(Optional.ofNullable(before.get(tensor.name())), tensor, bySize, after.keySet(), step);
            if (change.kind() == TensorChange.Kind.RENAMED) {
                renamed.add(change.twin());
            }
            changes.add(change);
        }
        before.keySet().stream()
                .filter(name -> !after.containsKey(name) && !renamed.contains(name))
                .forEach(name -> changes.add(TensorChange.unmeasured(name, TensorChange.Kind.REMOVED, "")));
        return List.copyOf(changes);
    }

    private static TensorChange change(
            Optional<Tensor> then, Tensor now, Map<Long, List<Tensor>> bySize, Set<String> names, Runnable step) {
        if (then.isPresent() && alike(then.get(), now) && same(then.get(), now, step)) {
            return TensorChange.same(now.name());
        }
        List<Tensor> twins = constant(now) ? List.of() : twins(now, bySize, step);
        if (!twins.isEmpty()) {
            return then.isPresent()
                    ? TensorChange.swapped(now.name(), twins.getFirst().name())
                    : moved(now, twins, names);
        }
        if (then.isEmpty()) {
            return TensorChange.unmeasured(now.name(), TensorChange.Kind.ADDED, "");
        }
        if (!then.get().shape().equals(now.shape())) {
            return TensorChange.unmeasured(now.name(), TensorChange.Kind.RESHAPED, forms(then.get(), now));
        }
        TensorChange drift = Drift.between(then.get(), now, step);
        return then.get().type() == now.type() ? drift : drift.converted(forms(then.get(), now));
    }

    /** Of a tensor with a new name that holds what others held: it was renamed where one of those is gone, else copied. */
    private static TensorChange moved(Tensor now, List<Tensor> twins, Set<String> names) {
        return twins.stream()
                .filter(twin -> !names.contains(twin.name()))
                .findFirst()
                .map(twin -> TensorChange.renamed(now.name(), twin.name()))
                .orElseGet(() -> TensorChange.unmeasured(
                        now.name(),
                        TensorChange.Kind.ADDED,
                        "as a copy of '%s'"
                                .formatted(Shown.name(twins.getFirst().name()))));
    }

    private static List<Tensor> twins(Tensor now, Map<Long, List<Tensor>> bySize, Runnable step) {
        return bySize.getOrDefault(now.bytes().byteSize(), List.of()).stream()
                .limit(SWAP_CANDIDATES_MAX)
                .filter(other -> !other.name().equals(now.name()) && alike(other, now))
                .filter(other -> same(other, now, step))
                .toList();
    }

    private static String forms(Tensor then, Tensor now) {
        return "%s %s became %s %s".formatted(then.type(), then.shape(), now.type(), now.shape());
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
}
