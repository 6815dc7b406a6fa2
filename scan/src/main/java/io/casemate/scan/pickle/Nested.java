package io.casemate.scan.pickle;

import io.casemate.scan.executable.EmbeddedExecutables;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
            "torch.storage._load_from_bytes",
            "torch._load_from_bytes",
            "numba.core.serialize._unpickle__CustomPickled",
            "numba.core.serialize._numba_unpickle");

    private static final int LENGTH_MIN = 8;
    private static final int DEPTH_MAX = 4;
    private static final int ITEMS_MAX = 256;
    private static final int HANDED_MAX = 100_000;
    private static final int ENCODED_MAX = 100_000;

    private final Reading reading;
    private final Set<Long> handed = new HashSet<>();
    private final Map<Long, Long> texts = new HashMap<>();

    Nested(Reading reading) {
        this.reading = reading;
    }

    /** Looks through the arguments of a call of a function of that name. */
    void look(long slot, boolean unsafe, String function) {
        look(slot, unsafe, function, 0);
    }

    /** Notes the call of {@code _codecs.encode} that made a result: protocols 0 to 2 write bytes so. */
    void encodes(long result, long text) {
        if (texts.size() < ENCODED_MAX) {
            texts.put(result, text);
        }
        if (Slot.tag(text) == Slot.TEXT
                && Heads.program(reading.content(), reading.constants().start(Slot.body(text)))) {
            program(text);
        }
    }

    /** Hands on the bytes that a loader gets as the result of a call. */
    private void encoded(long result, String function, long at) {
        Long text = texts.get(result);
        if (text == null || Slot.tag(text) != Slot.TEXT) {
            reading.inspection().gap(at, "what is handed to '" + Snippet.shown(function) + "' cannot be followed");
            return;
        }
        byte[] bytes = latin1(text);
        if (handed.add(Slot.body(text))) {
            reading.inspection().nested(content(MemorySegment.ofArray(bytes), Slot.body(text)), Slot.body(text), 0);
        }
    }

    /** As a text its bytes do not stand together, so that no search for executables in the file sees one. */
    private void program(long text) {
        if (EmbeddedExecutables.begins(Content.of("", latin1(text)))) {
            reading.inspection()
                    .found("executable/embedded", Slot.body(text), "an executable begins inside bytes stored as text");
        }
    }

    /** The bytes that a text of letters below 256 stands for. */
    private byte[] latin1(long text) {
        MemorySegment letters = reading.constants().bytes(Slot.body(text));
        reading.inspection().spend(letters.byteSize());
        int op = reading.content().u8(Slot.body(text));
        byte[] stored = letters.toArray(ValueLayout.JAVA_BYTE);
        return op == Op.UNICODE
                ? Escapes.rawUnicode(new String(stored, StandardCharsets.ISO_8859_1))
                        .getBytes(StandardCharsets.ISO_8859_1)
                : new String(stored, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Looks through the arguments of a loader, which may be bytes by way of a call. */
    void loaded(long arguments, String function, long at) {
        int kind = Slot.tag(arguments);
        if (!LOADERS.contains(function) || kind < Slot.TUPLE || kind > Slot.FROZENSET) {
            return;
        }
        long first = reading.containers().item(arguments, 0);
        if (Slot.tag(first) == Slot.RESULT || Slot.tag(first) == Slot.CALM_RESULT) {
            encoded(first, function, at);
        }
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
