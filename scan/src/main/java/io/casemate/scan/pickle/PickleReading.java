package io.casemate.scan.pickle;

import io.casemate.scan.call.Value;
import java.util.List;

/**
 * What one pickle turned out to be.
 *
 * @param end offset after its STOP; where it is broken, the offset of the break
 * @param complete whether it has a STOP and nothing before it is broken
 * @param result what it makes, as far as it is known
 * @param tensors tensors of a PyTorch checkpoint whose storages lie beside it, in order
 * @param storages persistent ids of storages, each key once
 */
public record PickleReading(
        long end, boolean complete, Value result, List<StoredTensor> tensors, List<Storage> storages) {
    public PickleReading {
        tensors = List.copyOf(tensors);
        storages = List.copyOf(storages);
    }

    /**
     * A storage that a persistent id names.
     *
     * @param key its name in the checkpoint
     * @param type its class: "torch.FloatStorage"
     * @param elements its length, as the id says
     */
    public record Storage(String key, String type, long elements) {}
}
