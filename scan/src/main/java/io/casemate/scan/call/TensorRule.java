package io.casemate.scan.call;

import io.casemate.scan.call.Judgement.Level;
import java.util.List;

/**
 * A tensor is a view of a storage: its offset, sizes and strides have to stay within. Loaders up to torch 2.9 did not all
 * check it (CVE-2026-24747), and read or write foreign memory then.
 */
final class TensorRule {
    private static final int DIMENSIONS_MAX = 64;

    private TensorRule() {}

    /** {@code _rebuild_tensor_v2(storage, offset, size, stride, ...)}; the storage is a persistent id that tells its length. */
    static Judgement judge(Value.Global global, Call call) {
        List<Value> arguments = call.arguments();
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof Value.Persistent(Value.Items(List<Value> id, boolean whole)))
                || id.size() < 5) {
            return Judgement.SAFE; // a storage made by other means: torch checks it against what it made
        }
        if (!(id.get(4) instanceof Value.Whole(long storage))) {
            return Wording.odd(Level.SUSPICIOUS, global, call, "over a storage whose length is no constant");
        }
        return arguments.get(1) instanceof Value.Whole(long offset)
                        && arguments.get(2) instanceof Value.Items size
                        && arguments.get(3) instanceof Value.Items stride
                        && within(storage, offset, size, stride)
                ? Judgement.SAFE
                : Wording.odd(
                        Level.SUSPICIOUS,
                        global,
                        call,
                        "with sizes that reach outside its storage of %d elements".formatted(storage));
    }

    /** Whether offset + sum of (size - 1) * stride stays below the number of elements, as it does for any view. */
    private static boolean within(long storage, long offset, Value.Items size, Value.Items stride) {
        if (offset < 0
                || storage < 0
                || size.items().size() != stride.items().size()
                || size.items().size() > DIMENSIONS_MAX) {
            return false;
        }
        long last = offset;
        boolean empty = false;
        for (int i = 0; i < size.items().size(); i++) {
            if (!(size.items().get(i) instanceof Value.Whole(long length))
                    || !(stride.items().get(i) instanceof Value.Whole(long step))
                    || length < 0
                    || step < 0) {
                return false;
            }
            empty |= length == 0;
            long reach = Math.multiplyHigh(length - 1, step) == 0 ? (length - 1) * step : Long.MAX_VALUE;
            last = length == 0 ? last : reach < 0 || last > Long.MAX_VALUE - reach ? Long.MAX_VALUE : last + reach;
        }
        return empty || last < storage;
    }
}
