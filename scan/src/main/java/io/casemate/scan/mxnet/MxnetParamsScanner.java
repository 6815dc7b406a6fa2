package io.casemate.scan.mxnet;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads parameters of MXNet: the list of arrays that {@code mx.nd.save} writes (src/ndarray/ndarray.cc), of every version. */
public final class MxnetParamsScanner implements FormatScanner {
    private static final long MAGIC = 0x112;
    private static final int HEAD_BYTES = 16;
    private static final int ARRAY_BYTES_MIN = 4;
    private static final int ARRAYS_MAX = 200_000;
    private static final int NAME_MAX = 1_024;

    @Override
    public String id() {
        return "mxnet-params";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= HEAD_BYTES + 8 && content.i64(0) == MAGIC && content.i64(8) == 0
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "MXNet");
        var cursor = new Cursor(content, HEAD_BYTES, true, false);
        var arrays = new ArrayList<StoredArray>();
        List<String> names = List.of();
        try {
            long count = cursor.count(ARRAY_BYTES_MIN, "arrays");
            if (count > ARRAYS_MAX) {
                throw new OutOfFile(HEAD_BYTES, "more than %d arrays".formatted(ARRAYS_MAX));
            }
            for (long i = 0; i < count; i++) {
                inspection.step();
                arrays.add(StoredArray.read(cursor));
            }
            names = names(cursor, count, inspection);
        } catch (OutOfFile e) {
            inspection.found("mxnet-params/out-of-bounds", e.offset(), e.what());
        } catch (UnknownArray e) {
            inspection.gap(e.offset(), e.what());
        }
        inspection.read(0, cursor.position());
        tell(content, arrays, names, inspection);
    }

    /** None, or one for each array. */
    private static List<String> names(Cursor cursor, long arrays, Inspection inspection) {
        long at = cursor.position();
        long count = cursor.count(8, "names");
        if (count != 0 && count != arrays) {
            throw new OutOfFile(at, "%d names are claimed for %d arrays".formatted(count, arrays));
        }
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (long i = 0; i < count; i++) {
            inspection.step();
            long place = cursor.position();
            String name = cursor.text(NAME_MAX);
            names.add(name);
            if (!seen.add(name)) {
                inspection.found(
                        "mxnet-params/duplicate-name",
                        place,
                        "two arrays are named %s".formatted(Snippet.quoted(name)));
            }
        }
        return names;
    }

    private static void tell(Content content, List<StoredArray> arrays, List<String> names, Inspection inspection) {
        var sparse = new SparseIndexes(content, inspection);
        for (int i = 0; i < arrays.size(); i++) {
            StoredArray array = arrays.get(i);
            String name = i < names.size() ? names.get(i) : "array-" + i;
            sparse.wrong(array)
                    .ifPresent(wrong -> inspection.found(
                            "mxnet-params/sparse-index",
                            array.at(),
                            "sparse array %s: %s".formatted(Snippet.quoted(name), wrong)));
            inspection.tensor(new Tensor(
                    name,
                    array.type(),
                    array.stored().lengths(),
                    content.bytes().asSlice(array.offset(), array.bytes()),
                    array.offset()));
        }
    }
}
