package io.casemate.scan.pickle;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of NumPy in a pickle: those that lie in bytes constants, and those that joblib writes raw between two opcodes, after
 * the BUILD of a NumpyArrayWrapper. Source: joblib/numpy_pickle.py.
 */
final class NumpyArrays {
    static final String DTYPE = "numpy.dtype";
    /** Objects in whose place joblib's loader puts the array that follows. */
    static final Set<String> WRAPPERS =
            Set.of("joblib.numpy_pickle.NumpyArrayWrapper", "sklearn.externals.joblib.numpy_pickle.NumpyArrayWrapper");

    static final Set<String> RECONSTRUCTORS =
            Set.of("numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct");

    /** Smaller arrays are no weights. */
    private static final int TENSOR_BYTES_MIN = 4096;

    private static final int BIG_ENDIAN_MAX = 1_000;
    private final Reading reading;
    private final Set<Integer> bigEndian = new HashSet<>();

    NumpyArrays(Reading reading) {
        this.reading = reading;
    }

    /** Notes the byte order of a dtype: BUILD with (version, '>', ...). */
    void order(int record, Value state) {
        if (state instanceof Value.Items(List<Value> items, boolean complete)
                && items.size() > 1
                && items.get(1) instanceof Value.Text(String order)
                && order.equals(">")
                && bigEndian.size() < BIG_ENDIAN_MAX) {
            bigEndian.add(record);
        }
    }

    /** An array whose numbers lie in a bytes constant: BUILD with (version, shape, dtype, Fortran order, bytes). */
    void built(long stateSlot, Value state) {
        if (!(state instanceof Value.Items(List<Value> items, boolean complete))
                || items.size() != 5
                || !(items.get(4) instanceof Value.Bytes(MemorySegment bytes, boolean whole))
                || bytes.byteSize() < TENSOR_BYTES_MIN) {
            return;
        }
        List<Long> shape = wholes(items.get(1));
        NumpyType type = type(items.get(2), reading.containers().item(stateSlot, 2));
        long at = reading.constants().start(Slot.body(reading.containers().item(stateSlot, 4)));
        if (shape != null && type != null && length(shape, type) == bytes.byteSize()) {
            tell(type, shape, bytes, at);
        }
    }

    private @Nullable NumpyType type(Value dtype, long slot) {
        boolean big = Slot.tag(slot) == Slot.RESULT && bigEndian.contains(Slot.resultRecord(slot));
        return NumpyType.of(dtype, big);
    }

    private void tell(NumpyType type, List<Long> shape, MemorySegment bytes, long at) {
        if (type.type() != null) {
            reading.inspection().tensor(new Tensor("array@" + at, type.type(), shape, bytes.asReadOnly(), at));
        }
    }

    /**
     * Skips the raw bytes of an array whose wrapper was built.
     *
     * @return where the opcodes go on
     */
    long raw(long stateSlot, Value state, long at) {
        if (!(state instanceof Value.Entries(List<Value> entries, boolean complete)) || !complete) {
            throw new Broken(at, "the wrapper of a raw array says nothing about it");
        }
        NumpyType type = null;
        List<Long> shape = null;
        boolean padded = false;
        long[] slots = reading.containers().items(stateSlot, entries.size());
        for (int i = 0; i + 1 < entries.size(); i += 2) {
            if (entries.get(i) instanceof Value.Text(String key)) {
                Value value = entries.get(i + 1);
                switch (key) {
                    case "dtype" -> type = type(value, slots[i + 1]);
                    case "shape" -> shape = wholes(value);
                    case "numpy_array_alignment_bytes" -> padded = !(value instanceof Value.None);
                    default -> {}
                }
            }
        }
        if (type == null || shape == null) {
            throw new Broken(at, "shape or element type of a raw array are not known");
        }
        return skip(type, shape, padded, at);
    }

    private long skip(NumpyType type, List<Long> shape, boolean padded, long at) {
        Content content = reading.content();
        long start = at + 1;
        if (type.object()) {
            return reading.inner(start);
        }
        if (padded) {
            start += 1 + (start < content.size() ? content.u8(start) : 0);
        }
        long length = length(shape, type);
        if (length < 0 || start > content.size() || length > content.size() - start) {
            throw new Broken(at, "a raw array reaches over the end");
        }
        tell(type, shape, content.bytes().asSlice(start, length), start);
        return start + length;
    }

    /** Bytes of an array; -1 where that is no honest number. */
    private static long length(List<Long> shape, NumpyType type) {
        long length = type.bytes();
        for (long dimension : shape) {
            if (dimension < 0 || Math.multiplyHigh(length, dimension) != 0 || length * dimension < 0) {
                return -1;
            }
            length *= dimension;
        }
        return length;
    }

    private static @Nullable List<Long> wholes(Value value) {
        if (value instanceof Value.Whole(long length)) {
            return List.of(length);
        }
        if (!(value instanceof Value.Items(List<Value> items, boolean complete)) || !complete) {
            return null;
        }
        var numbers = new ArrayList<Long>();
        for (Value item : items) {
            if (!(item instanceof Value.Whole(long number))) {
                return null;
            }
            numbers.add(number);
        }
        return numbers;
    }
}
