package io.casemate.scan.pickle;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.List;

/** Reads pickles that stand in content of some other format; tells the inspection what loading them would do. */
public final class PickleReader {
    /** Items of what is written out, where each part is written where it is used, per byte of the pickle, squared. */
    private static final long WRITTEN_OUT_MIN = 1_000_000;

    private static final int DEPTH_MAX = 5_000;
    private final Reading reading;

    private PickleReader(Reading reading) {
        this.reading = reading;
    }

    /** Reads one pickle that begins at the start of the content. */
    public static PickleReading read(Content content, Inspection inspection) {
        return read(content, 0, inspection);
    }

    /** Reads one pickle that begins at an offset. Its bytes count as read; where it is broken, there is a gap. */
    public static PickleReading read(Content content, long from, Inspection inspection) {
        var reader = new PickleReader(new Reading(content, inspection));
        try {
            return reader.one(from);
        } finally {
            reader.finish();
        }
    }

    static PickleReader of(Content content, Inspection inspection) {
        return new PickleReader(new Reading(content, inspection));
    }

    /** One pickle, with a memo of its own. */
    PickleReading one(long from) {
        try (var memo = new Memo()) {
            var machine = new Machine(reading, memo);
            long end = from;
            boolean complete = true;
            try {
                end = machine.run(from);
            } catch (Broken broken) {
                complete = false;
                end = Math.max(from, Math.min(broken.offset(), reading.content().size()));
                reading.inspection().gap(broken.offset(), "the pickle is broken: " + broken.what());
            }
            reading.inspection().read(from, end - from);
            expansion(from, end);
            Value result = complete ? reading.calls().value(machine.result()) : Value.UNKNOWN;
            var tensors = reading.calls().tensors();
            List<StoredTensor> views = List.copyOf(tensors.tensors());
            return new PickleReading(end, complete, result, views, tensors.storages());
        }
    }

    private void expansion(long from, long end) {
        long length = end - from;
        long limit = length > 1 << 20 ? Long.MAX_VALUE : Math.max(WRITTEN_OUT_MIN, length * length);
        var containers = reading.containers();
        if (containers.heaviest() > limit) {
            reading.tellings()
                    .tell(
                            "pickle/expansion",
                            "size",
                            from,
                            "%,d bytes of pickle hold parts in parts that are %,d items when written out"
                                    .formatted(length, containers.heaviest()));
        }
        if (containers.deepest() > DEPTH_MAX) {
            reading.tellings()
                    .tell(
                            "pickle/expansion",
                            "depth",
                            from,
                            "values lie in values %,d deep, which no loader survives".formatted(containers.deepest()));
        }
    }

    /** Tells what can only be told at the end; to be called once. */
    void finish() {
        reading.finish();
    }
}
