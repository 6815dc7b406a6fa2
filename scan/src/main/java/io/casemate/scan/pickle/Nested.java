package io.casemate.scan.pickle;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;

/** Hands on constants that are pickles, archives or code themselves, where a call gets them that could load them. */
final class Nested {
    /** Functions that load what they get. */
    static final Set<String> LOADERS = Set.of(
            "pickle.loads",
            "_pickle.loads",
            "cPickle.loads",
            "dill.loads",
            "dill._dill.loads",
            "cloudpickle.loads",
            "cloudpickle.cloudpickle.loads",
            "marshal.loads",
            "torch.storage._load_from_bytes");

    private static final int LENGTH_MIN = 8;
    private static final int DEPTH_MAX = 4;
    private static final int ITEMS_MAX = 256;
    private static final int HANDED_MAX = 100_000;

    private final Reading reading;
    private final Set<Long> handed = new HashSet<>();

    Nested(Reading reading) {
        this.reading = reading;
    }

    /** Looks through the arguments of a call of a function of that name. */
    void look(long slot, boolean unsafe, String function) {
        look(slot, unsafe, function, 0);
    }

    private void look(long slot, boolean unsafe, String function, int depth) {
        int tag = Slot.tag(slot);
        if (tag == Slot.TEXT || tag == Slot.BYTES) {
            constant(Slot.body(slot), unsafe, function);
        } else if (tag >= Slot.TUPLE && tag <= Slot.FROZENSET && depth < DEPTH_MAX) {
            for (long item : reading.containers().items(slot, ITEMS_MAX)) {
                look(item, unsafe, function, depth + 1);
            }
        }
    }

    /** Looks at a constant that nothing may ever load: quick, because there are millions. */
    void look(long slot) {
        long at = Slot.body(slot);
        long length = reading.constants().length(at, LENGTH_MIN);
        long start = reading.constants().start(at);
        if (length < LENGTH_MIN || start + length > reading.content().size()) {
            return;
        }
        if (Slot.tag(slot) == Slot.TEXT
                ? Heads.encoded(reading.content(), start)
                : Heads.possible(reading.content(), start)) {
            constant(at, false, "");
        }
    }

    private void constant(long at, boolean unsafe, String function) {
        MemorySegment bytes = reading.constants().bytes(at);
        if (bytes.byteSize() < 2 || handed.size() >= HANDED_MAX) {
            return;
        }
        long start = reading.constants().start(at);
        boolean binary =
                reading.content().u8(at) != Op.UNICODE && reading.content().u8(at) != Op.STRING;
        Content raw = content(bytes, start);
        if (Heads.loadable(raw) || (binary && LOADERS.contains(function))) {
            hand(raw, at, unsafe, function);
            return;
        }
        MemorySegment decoded = Heads.decoded(bytes);
        if (decoded != null) {
            hand(content(decoded, start), at, unsafe, function);
        }
    }

    private Content content(MemorySegment bytes, long start) {
        var outer = reading.content();
        return new Content(outer.name() + "!bytes@" + start, bytes.asReadOnly(), outer.family());
    }

    private void hand(Content inner, long at, boolean unsafe, String function) {
        if (unsafe && Heads.loadable(inner)) {
            String whom = function.isEmpty() ? "a call" : "'" + Snippet.shown(function) + "'";
            reading.tellings()
                    .tell(
                            "pickle/nested-code",
                            function,
                            at,
                            "bytes that are a pickle, an archive or code themselves are handed to " + whom);
        }
        if (handed.add(at)) {
            reading.inspection().nested(inner, at, 0);
        }
    }
}
