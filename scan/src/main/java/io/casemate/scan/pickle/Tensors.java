package io.casemate.scan.pickle;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Stopped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the tensors and storages of a PyTorch checkpoint out of the calls that rebuild them. */
final class Tensors {
    /** Functions of torch that make a view of a storage: storage, offset, size, stride, ... */
    static final Set<String> REBUILDERS = Set.of(
            "torch._utils._rebuild_tensor",
            "torch._utils._rebuild_tensor_v2",
            "torch._utils._rebuild_tensor_v3",
            "torch._utils._rebuild_qtensor");

    /** Functions of torch whose result is their first argument, more or less. */
    static final Set<String> WRAPPERS = Set.of(
            "torch._utils._rebuild_parameter",
            "torch._utils._rebuild_parameter_with_state",
            "torch.nn.parameter.Parameter",
            "torch._tensor._rebuild_from_type_v2");

    private static final int TENSORS_MAX = 100_000;
    private static final int DTYPE_OF_V3 = 6;

    private final List<StoredTensor> tensors = new ArrayList<>();
    private final Map<String, PickleReading.Storage> storages = new LinkedHashMap<>();
    /** Number of the tensor by number of the call that made it. */
    private final Map<Integer, Integer> byRecord = new HashMap<>();

    List<StoredTensor> tensors() {
        return tensors;
    }

    List<PickleReading.Storage> storages() {
        return List.copyOf(storages.values());
    }

    boolean none() {
        return tensors.isEmpty();
    }

    /** Notes a call that rebuilds a tensor, or wraps one. */
    void note(String function, Call call, int record, long firstArgument, long at) {
        if (REBUILDERS.contains(function)) {
            add(call.arguments(), function.endsWith("_v3"), record, at);
        } else if (function.endsWith("_rebuild_from_type_v2")
                && call.arguments().size() > 2
                && call.arguments().get(0) instanceof Value.Global rebuilder
                && REBUILDERS.contains(rebuilder.qualified())
                && call.arguments().get(2) instanceof Value.Items(List<Value> items, boolean complete)
                && complete) {
            add(items, rebuilder.name().endsWith("_v3"), record, at);
        } else if (Slot.tag(firstArgument) == Slot.RESULT) {
            Integer number = byRecord.get(Slot.resultRecord(firstArgument));
            if (number != null && record > 0) {
                byRecord.put(record, number);
            }
        }
    }

    private void add(List<Value> arguments, boolean typed, int record, long at) {
        if (tensors.size() >= TENSORS_MAX) {
            throw new Stopped("more than %,d tensors in one checkpoint".formatted(TENSORS_MAX));
        }
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof Value.Persistent(Value id))
                || !(id instanceof Value.Items(List<Value> parts, boolean known))
                || !known
                || !(arguments.get(1) instanceof Value.Whole(long offset))) {
            return;
        }
        PickleReading.Storage storage = storage(parts);
        List<Long> size = wholes(arguments.get(2));
        List<Long> stride = wholes(arguments.get(3));
        if (storage == null || size == null || stride == null) {
            return;
        }
        String type =
                typed && arguments.size() > DTYPE_OF_V3 && arguments.get(DTYPE_OF_V3) instanceof Value.Global global
                        ? global.qualified()
                        : "";
        if (record > 0) {
            byRecord.put(record, tensors.size());
        }
        tensors.add(new StoredTensor(
                "", storage.key(), storage.type(), type, storage.elements(), offset, size, stride, at));
    }

    /** The storage that a persistent id names, kept; null where it names none. */
    PickleReading.@org.jspecify.annotations.Nullable Storage storage(List<Value> id) {
        if (id.size() < 5
                || !(id.get(0) instanceof Value.Text(String kind))
                || !kind.equals("storage")
                || !(id.get(1) instanceof Value.Global type)
                || !(id.get(2) instanceof Value.Text(String key))
                || !(id.get(4) instanceof Value.Whole(long elements))) {
            return null;
        }
        var storage = new PickleReading.Storage(key, type.qualified(), elements);
        if (storages.size() < TENSORS_MAX) {
            storages.putIfAbsent(key, storage);
        }
        return storage;
    }

    private static @org.jspecify.annotations.Nullable List<Long> wholes(Value value) {
        // torch.Size((2, 3)) is a call around the tuple
        Value items =
                value instanceof Value.Result(Call call) && call.arguments().size() == 1
                        ? call.arguments().getFirst()
                        : value;
        if (!(items instanceof Value.Items(List<Value> list, boolean complete)) || !complete) {
            return null;
        }
        var numbers = new ArrayList<Long>();
        for (Value item : list) {
            if (!(item instanceof Value.Whole(long number))) {
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Names the tensor that a call made, if it made one that has no name. */
    void name(int record, String name) {
        Integer number = byRecord.get(record);
        if (number != null && tensors.get(number).name().isEmpty()) {
            tensors.set(number, tensors.get(number).named(name));
        }
    }
}
