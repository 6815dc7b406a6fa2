package io.casemate.scan.pickle;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Stopped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pickles that stand in content of some other format; tells the inspection what loading them would do. */
public final class PickleReader {
    /** Bytes that other content passes for a pickle by chance, at most: nearly every second value is no opcode. */
    private static final long CHANCE_BYTES_MAX = 64;

    /** Items when each part is written out where it is used: fewer are harmless. */
    private static final long WRITTEN_OUT_MIN = 1_000_000;

    private static final int DEPTH_MAX = 5_000;
    private static final long WILD_MIN = 1 << 24;
    private static final int LEGACY_HEAD = 6;
    private static final int FRAME_BYTES = 9;

    /** Loaders that disagree over frames again and again. */
    private static final int VIEWS_MAX = 4;

    private final Reading reading;
    private final int views;
    private @Nullable Reading explanation;

    private PickleReader(Reading reading, int views) {
        this.reading = reading;
        this.views = views;
    }

    /** Reads one pickle that begins at the start of the content. */
    public static PickleReading read(Content content, Inspection inspection) {
        return read(content, 0, inspection);
    }

    /** Reads one pickle that begins at an offset. Its bytes count as read; where it is broken, there is a gap. */
    public static PickleReading read(Content content, long from, Inspection inspection) {
        var reader = new PickleReader(new Reading(content, inspection), 0);
        try {
            return reader.one(from, true);
        } finally {
            reader.finish();
        }
    }

    /** Whether content is a PyTorch checkpoint of before 1.6: a short pickle, then the pickle of the number 1001. */
    public static boolean legacyTorch(Content content) {
        long first = content.size() > LEGACY_HEAD && content.u8(0) == Op.PROTO ? Skim.end(content, 0) : -1;
        if (first < 0 || !content.has(first, (byte) Op.PROTO)) {
            return false;
        }
        long body = content.has(first + 2, (byte) Op.FRAME) ? first + 2 + FRAME_BYTES : first + 2;
        return content.has(body, (byte) Op.BININT2, (byte) 0xe9, (byte) 0x03, (byte) Op.STOP);
    }

    /** Whether content is a member of a tar that PyTorch wrote before 0.1.10, in which pickles and numbers alternate. */
    public static boolean legacyTar(Content content) {
        boolean named =
                content.simpleName().equals("storages") || content.simpleName().equals("tensors");
        return named
                && content.name().indexOf('!') >= 0
                && content.family().sibling("pickle").isPresent()
                && Skim.end(content, 0) >= 0;
    }

    static PickleReader of(Content content, Inspection inspection) {
        return new PickleReader(new Reading(content, inspection), 0);
    }

    /** One pickle, with a memo of its own; what it makes only where that is wanted. */
    PickleReading one(long from, boolean wanted) {
        if (reading.inspection().limits().explain()) {
            explain(from);
        }
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
            expansion(from, end, memo);
            if (machine.window().straddle() >= 0) {
                mismatch(machine.window(), from, complete || end - from >= CHANCE_BYTES_MAX);
            }
            Value result = complete && wanted ? reading.calls().result(machine.result()) : Value.UNKNOWN;
            var tensors = reading.calls().tensors();
            List<StoredTensor> views = List.copyOf(tensors.tensors());
            return new PickleReading(end, complete, result, views, tensors.storages());
        }
    }

    /** Reads the pickle once more, to explain it: the reading that judges sees no more and no less for it. */
    private void explain(long from) {
        Reading explaining = explanation;
        if (explaining == null) {
            explaining = Reading.explaining(reading.content(), reading.inspection());
            explanation = explaining;
        }
        try (var memo = new Memo()) {
            var machine = new Machine(explaining, memo);
            machine.run(from);
            explaining.calls().result(machine.result());
        } catch (Broken | Stopped | IndexOutOfBoundsException end) {
            // what was explained until then stays; the reading that judges tells why it ends
            return;
        }
    }

    /** @param meant whether it is a pickle for sure: other bytes begin like one by chance, and break soon */
    private void mismatch(Window window, long from, boolean meant) {
        long at = window.straddle();
        if (meant) {
            reading.tellings()
                    .tell(
                            "pickle/frame-mismatch",
                            "",
                            at,
                            "an opcode reaches over the end of its frame, so that two loaders read two programs");
        }
        Frames.View other = views < VIEWS_MAX ? Frames.other(reading.content(), reading.inspection(), window) : null;
        if (other != null) {
            var second = new PickleReader(new Reading(other.content(), other.inspection()), views + 1);
            try {
                second.one(from, false);
            } finally {
                second.finish();
            }
        }
    }

    private void expansion(long from, long end, Memo memo) {
        if (memo.wildest() > WILD_MIN) {
            reading.tellings()
                    .tell(
                            "pickle/expansion",
                            "memo",
                            from,
                            "memo number %,d takes memory for all numbers below it".formatted(memo.wildest()));
        }
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

    /** Tells of a persistent id, which only the loader of a larger format knows what to make of. */
    void persistent() {
        long at = reading.calls().firstPersistent();
        if (at >= 0) {
            reading.tellings().tell("pickle/persistent-id", "", at, "a value is named that only the loader can supply");
        }
    }

    /** Tells what can only be told at the end; to be called once. */
    void finish() {
        reading.finish();
    }
}
