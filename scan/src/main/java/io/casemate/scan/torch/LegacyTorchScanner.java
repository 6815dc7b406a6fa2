package io.casemate.scan.torch;

import io.casemate.scan.call.Value;
import io.casemate.scan.pickle.PickleReader;
import io.casemate.scan.pickle.PickleReading;
import io.casemate.scan.pickle.PickleReading.Storage;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads checkpoints of PyTorch before 1.6: pickles of a magic number, of a protocol number, of facts about the system, of the
 * object itself and of the keys of its storages, then each storage as its length and its raw numbers.
 * Source: torch/serialization.py, {@code _legacy_load}.
 */
public final class LegacyTorchScanner implements FormatScanner {
    private static final int PICKLES_BEFORE_OBJECT = 3;
    /** LONG1 of 0x1950a86a20f9469cfc6c, then STOP. */
    private static final String MAGIC = "\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";

    @Override
    public String id() {
        return "torch-legacy";
    }

    @Override
    public Recognition recognises(Content content) {
        return PickleReader.legacyTorch(content) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "PyTorch");
        long at = 0;
        for (int i = 0; i < PICKLES_BEFORE_OBJECT; i++) {
            PickleReading head = PickleReader.read(content, at, inspection);
            if (!head.complete()) {
                return;
            }
            if (i == 0 && !magic(content, head.end())) {
                inspection.found(
                        "torch-legacy/wrong-magic", 0, "the first pickle is not the magic number that PyTorch writes");
            }
            at = head.end();
        }
        PickleReading object = PickleReader.read(content, at, inspection);
        if (!object.complete()) {
            return;
        }
        PickleReading keys = PickleReader.read(content, object.end(), inspection);
        if (keys.complete()) {
            storages(content, inspection, object, keys);
        }
    }

    /** Whether a pickle is the magic number and nothing else: PROTO, perhaps FRAME, the number. */
    private static boolean magic(Content content, long end) {
        long at = end - MAGIC.length();
        return (at == 2 || (at == 11 && content.u8(2) == 0x95)) && content.has(at, MAGIC);
    }

    private static void storages(Content content, Inspection inspection, PickleReading object, PickleReading keys) {
        if (!(keys.result() instanceof Value.Items(List<Value> list, boolean complete))) {
            inspection.gap(object.end(), "the list of storages is no list");
            return;
        }
        Map<String, Storage> byKey = new HashMap<>();
        object.storages().forEach(storage -> byKey.put(storage.key(), storage));
        Map<String, StorageBytes> found = new HashMap<>();
        long at = keys.end();
        for (Value key : list) {
            inspection.step();
            if (!(key instanceof Value.Text(String name)) || !byKey.containsKey(name)) {
                inspection.gap(at, "a storage is listed that the object does not name");
                return;
            }
            Storage storage = byKey.get(name);
            long width = StorageType.of(storage.type())
                    .map(StorageType::elementBytes)
                    .orElse(0);
            long elements = at <= content.size() - Long.BYTES ? content.i64(at) : -1;
            long start = at + Long.BYTES;
            if (width == 0 || elements < 0 || elements > (content.size() - start) / width) {
                inspection.gap(
                        at, "the storage '%s' reaches over the end or is of an unknown type".formatted(key(name)));
                return;
            }
            inspection.read(at, Long.BYTES);
            found.put(name, new StorageBytes(elements, content.bytes().asSlice(start, elements * width), start));
            at = start + elements * width;
        }
        StorageBytes.tell(object.tensors(), found, inspection);
        if (!complete) {
            inspection.gap(keys.end(), "the list of storages is too long to be kept");
        }
    }

    private static String key(String name) {
        return name.length() < 40 ? name.replaceAll("\\p{Cntrl}", "?") : "...";
    }
}
