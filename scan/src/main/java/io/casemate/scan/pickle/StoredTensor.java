package io.casemate.scan.pickle;

import java.util.List;

/**
 * A tensor of a PyTorch checkpoint as its pickle describes it: a view of a storage that lies beside the pickle.
 *
 * @param name the key or attribute under which it stands, "" where it has none
 * @param storageKey the name of the storage in the checkpoint: "0"
 * @param storageType its class: "torch.FloatStorage", "torch.storage.UntypedStorage"
 * @param type the element type where the call names one ({@code _rebuild_tensor_v3}): "torch.bfloat16", else ""
 * @param storageElements elements of the whole storage, as the persistent id says
 * @param storageOffset first element of the view
 * @param size lengths of its dimensions
 * @param stride elements from one to the next along each dimension
 * @param at offset of the opcode that makes it
 */
public record StoredTensor(
        String name,
        String storageKey,
        String storageType,
        String type,
        long storageElements,
        long storageOffset,
        List<Long> size,
        List<Long> stride,
        long at) {
    public StoredTensor {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
    }

    StoredTensor named(String better) {
        return new StoredTensor(
                better, storageKey, storageType, type, storageElements, storageOffset, size, stride, at);
    }

    /**
     * The element after the last one that the view reaches; -1 where a number is negative or too large to be honest, 0 where
     * it has no elements.
     */
    public long reach() {
        if (storageOffset < 0 || size.size() != stride.size()) {
            return -1;
        }
        long last = storageOffset;
        for (int i = 0; i < size.size(); i++) {
            long length = size.get(i);
            if (length < 0 || stride.get(i) < 0) {
                return -1;
            }
            if (length == 0) {
                return 0;
            }
            long high = Math.multiplyHigh(length - 1, stride.get(i));
            long step = (length - 1) * stride.get(i);
            if (high != 0 || step < 0 || last + step < 0) {
                return -1;
            }
            last += step;
        }
        return last == Long.MAX_VALUE ? -1 : last + 1;
    }

    /** Whether it lies contiguous and row-major. */
    public boolean contiguous() {
        long expected = 1;
        for (int i = size.size() - 1; i >= 0; i--) {
            if (size.get(i) != 1) {
                if (stride.get(i) != expected) {
                    return false;
                }
                expected *= size.get(i);
            }
        }
        return true;
    }

    /** Elements of the view. */
    public long elements() {
        long product = 1;
        for (long length : size) {
            product *= length;
        }
        return product;
    }
}
