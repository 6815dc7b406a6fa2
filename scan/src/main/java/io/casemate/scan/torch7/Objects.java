package io.casemate.scan.torch7;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one object with all that hangs on it (torch7, File.lua), without recursion: what is open stands on a stack. Objects have
 * numbers; one that was read is only named again.
 */
final class Objects {
    private static final int NIL = 0;
    private static final int NUMBER = 1;
    private static final int STRING = 2;
    private static final int TABLE = 3;
    private static final int TORCH = 4;
    private static final int BOOLEAN = 5;
    private static final int FUNCTION = 6;
    private static final int LEGACY_FUNCTION = 7;
    private static final int RECURSIVE_FUNCTION = 8;

    private static final int OBJECTS_MAX = 1 << 26;
    private static final int DEPTH_MAX = 1 << 20;
    private static final int DIMENSIONS_MAX = 64;
    private static final int CLASS_NAME_MAX = 256;
    private static final int KEY_MAX = 64;
    private static final int PATH_MAX = 8;
    private static final int TOLD_MAX = 100;

    private static final Set<String> PACKAGES =
            Set.of("torch", "nn", "cudnn", "nngraph", "graph", "optim", "tnt", "inn", "fbnn", "cunn", "dp", "image");

    /** What is open: so many objects are still to be read; in tables every other one is a key. */
    private static final class Open {
        private long left;
        private final boolean table;
        private String key = "";

        Open(long left, boolean table) {
            this.left = left;
            this.table = table;
        }
    }

    /** A tensor whose storage follows. */
    private record Pending(long at, List<Long> shape, long needed) {}

    private static final Pending NO_TENSOR = new Pending(-1, List.of(), 0);

    private final Content content;
    private final Source source;
    private final Inspection inspection;
    private final Deque<Open> open = new ArrayDeque<>();
    private final BitSet seen = new BitSet();
    private final Map<Integer, Long> storages = new HashMap<>();
    private Pending pending = NO_TENSOR;
    private boolean certain;
    private int told;

    Objects(Content content, Source source, Inspection inspection) {
        this.content = content;
        this.source = source;
        this.inspection = inspection;
    }

    /** Whether something was read that only Torch7 writes. */
    boolean certain() {
        return certain;
    }

    void read() {
        open.push(new Open(1, false));
        while (!open.isEmpty()) {
            inspection.step();
            Open top = open.peek();
            if (top.left == 0) {
                open.pop();
                continue;
            }
            boolean key = top.table && top.left % 2 == 0;
            top.left--;
            object(top, key);
        }
    }

    private void object(Open parent, boolean key) {
        long at = source.position();
        int tag = source.integer();
        switch (tag) {
            case NIL -> pending = NO_TENSOR;
            case NUMBER -> {
                source.real();
                parent.key = key ? "" : parent.key;
            }
            case STRING -> string(parent, key);
            case BOOLEAN -> source.integer();
            case FUNCTION -> function(at);
            case TABLE, TORCH, LEGACY_FUNCTION, RECURSIVE_FUNCTION -> numbered(tag, at);
            default -> throw new NoObject(at, "an object has the tag %d, which is none".formatted(tag));
        }
    }

    private void string(Open parent, boolean key) {
        int length = source.integer();
        long text = source.characters(length);
        if (key) {
            parent.key = latin(text, Math.min(length, KEY_MAX));
        }
    }

    private void numbered(int tag, long at) {
        int index = source.integer();
        if (index < 1 || index > Math.min(content.size(), OBJECTS_MAX)) {
            throw new NoObject(at, "an object has the number %d".formatted(index));
        }
        if (seen.get(index)) {
            Long elements = storages.get(index);
            if (elements != null && pending.at() >= 0) {
                fit(elements);
            }
            return;
        }
        seen.set(index);
        switch (tag) {
            case TABLE -> {
                int size = source.integer();
                if (size < 0 || size > source.left() / 2) {
                    throw new NoObject(
                            at,
                            "a table of %d entries is claimed, the file has %d bytes left"
                                    .formatted(size, source.left()));
                }
                push(new Open(2L * size, true), at);
            }
            case TORCH -> torch(index, at);
            default -> function(at);
        }
    }

    /** Code, then the values it was closed over. */
    private void function(long at) {
        int length = source.integer();
        long code = source.characters(length);
        certain |= LuaCode.isBytecode(content, code);
        if (told++ < TOLD_MAX) {
            LuaCode.reach(content, code, length)
                    .ifPresentOrElse(
                            reach -> inspection.found(
                                    "torch7/dangerous-code",
                                    code,
                                    "a function in the file reaches %s".formatted(reach)),
                            () -> inspection.found(
                                    "torch7/code",
                                    code,
                                    "a function of %d bytes stands in the file".formatted(length)));
        }
        push(new Open(1, false), at);
    }

    private void torch(int index, long at) {
        String name = word();
        if (name.startsWith("V ")) {
            name = word();
        }
        StorageType type = StorageType.of(name).orElse(null);
        if (type == null) {
            instance(name, at);
        } else if (type.tensor()) {
            certain = true;
            tensor(at);
        } else {
            certain = true;
            storage(index, type);
        }
    }

    /** An object of a class of Lua: a table of its fields. */
    private void instance(String name, long at) {
        int dot = name.indexOf('.');
        boolean known = dot > 0 && PACKAGES.contains(name.substring(0, dot));
        certain |= known;
        if (open.size() == 1) {
            inspection.fact("class", Snippet.shown(name));
        }
        if (!known && told++ < TOLD_MAX) {
            inspection.found(
                    "torch7/unknown-class",
                    at,
                    "an object of the class %s, which Torch does not bring".formatted(Snippet.quoted(name)));
        }
        push(new Open(1, false), at);
    }

    private void tensor(long at) {
        int dimensions = source.integer();
        if (dimensions < 0 || dimensions > DIMENSIONS_MAX) {
            throw new NoObject(at, "a tensor has %d dimensions".formatted(dimensions));
        }
        List<Long> shape = longs(dimensions);
        List<Long> strides = longs(dimensions);
        pending = new Pending(at, shape, needed(shape, strides, source.number() - 1));
        push(new Open(1, false), at);
    }

    private List<Long> longs(int count) {
        var longs = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            longs.add(source.number());
        }
        return longs;
    }

    /** How many numbers a storage must have so that a tensor lies within it; -1 where none can. */
    private static long needed(List<Long> shape, List<Long> strides, long offset) {
        long last = offset;
        boolean empty = shape.isEmpty();
        for (int i = 0; i < shape.size(); i++) {
            long steps = shape.get(i) - 1;
            long stride = strides.get(i);
            empty |= steps == -1;
            if (offset < 0
                    || steps < -1
                    || stride < 0
                    || Math.multiplyHigh(steps, stride) > 0
                    || last + steps * stride < 0) {
                return -1;
            }
            last += steps * stride;
        }
        return empty ? 0 : last + 1;
    }

    private void storage(int index, StorageType type) {
        long count = source.number();
        long from = source.position();
        source.numbers(type, count);
        storages.put(index, count);
        if (source.binary() && count > 0) {
            boolean whole = pending.at() >= 0 && product(pending.shape()) == count;
            inspection.tensor(new Tensor(
                    path(),
                    type.element(),
                    whole ? pending.shape() : List.of(count),
                    content.bytes().asSlice(from, count * type.bytes()),
                    from));
        }
        if (pending.at() >= 0) {
            fit(count);
        }
    }

    private void fit(long elements) {
        if (pending.needed() < 0 || pending.needed() > elements) {
            inspection.found(
                    "torch7/out-of-bounds",
                    pending.at(),
                    "a tensor of shape %s lies outside of its storage of %d numbers"
                            .formatted(pending.shape(), elements));
        }
        pending = NO_TENSOR;
    }

    private static long product(List<Long> shape) {
        long product = 1;
        for (long length : shape) {
            product *= length;
        }
        return product;
    }

    private void push(Open next, long at) {
        if (open.size() >= DEPTH_MAX) {
            throw new NoObject(at, "objects lie in each other more than %d deep".formatted(DEPTH_MAX));
        }
        open.push(next);
    }

    /** The keys that lead here, the innermost last. */
    private String path() {
        var path = new StringBuilder();
        int keys = 0;
        for (Open each : open) {
            if (each.table && !each.key.isEmpty() && keys++ < PATH_MAX) {
                path.insert(0, path.isEmpty() ? each.key : each.key + ".");
            }
        }
        return path.isEmpty() ? "storage" : Snippet.shown(path.toString());
    }

    private String word() {
        int length = source.integer();
        if (length < 0 || length > CLASS_NAME_MAX) {
            throw new NoObject(source.position(), "the name of a class has %d letters".formatted(length));
        }
        return latin(source.characters(length), length);
    }

    private String latin(long from, int length) {
        return content.text(from, length, StandardCharsets.ISO_8859_1);
    }
}
