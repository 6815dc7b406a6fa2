package io.casemate.scan.torch;

import io.casemate.scan.pickle.StoredTensor;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A storage as it lies in a checkpoint.
 *
 * @param elements how many numbers it holds
 * @param bytes the numbers
 * @param offset where they begin in the content that is read, or -1 where they were unpacked
 */
record StorageBytes(long elements, MemorySegment bytes, long offset) {
    private static final int TOLD_MAX = 20;

    /**
     * Holds the views of a checkpoint against its storages, and tells each storage as one tensor: by the first view that is
     * all of it, else flat. A view that reaches outside its storage reads or writes foreign memory (CVE-2026-24747).
     *
     * @param views tensors as the pickle describes them
     * @param storages storages by key; a view of one that is not there is a gap
     */
    static void tell(List<StoredTensor> views, Map<String, StorageBytes> storages, Inspection inspection) {
        Set<String> told = new HashSet<>();
        int wrong = 0;
        for (StoredTensor view : views) {
            StorageBytes storage = storages.get(view.storageKey());
            if (storage == null) {
                continue;
            }
            long reach = view.reach();
            if ((reach < 0 || reach > storage.elements()) && wrong++ < TOLD_MAX) {
                inspection.found(
                        "torch/metadata-mismatch",
                        view.at(),
                        reach < 0
                                ? "a tensor has a size, stride or offset that no tensor has"
                                : "a tensor reaches to element %,d of a storage of %,d"
                                        .formatted(reach, storage.elements()));
            }
            if (view.storageOffset() == 0
                    && reach == storage.elements()
                    && view.contiguous()
                    && view.elements() == reach
                    && told.add(view.storageKey())) {
                storage.tell(view.name(), view, view.size(), inspection);
            }
        }
        for (StoredTensor view : views) {
            StorageBytes storage = storages.get(view.storageKey());
            if (storage != null && told.add(view.storageKey())) {
                storage.tell(view.name(), view, List.of(storage.elements()), inspection);
            }
        }
        storages.forEach((key, storage) -> {
            if (!told.contains(key) && storage.offset() >= 0) {
                inspection.read(storage.offset(), storage.bytes().byteSize());
            }
        });
    }

    private void tell(String name, StoredTensor view, List<Long> shape, Inspection inspection) {
        ElementType type = StorageType.of(view.storageType())
                .filter(StorageType::isPlain)
                .map(StorageType::type)
                .orElse(ElementType.PACKED);
        inspection.tensor(new Tensor(
                name.isEmpty() ? "storage " + view.storageKey() : name,
                type,
                type == ElementType.PACKED ? List.of(bytes.byteSize()) : shape,
                bytes.asReadOnly(),
                offset));
    }
}
