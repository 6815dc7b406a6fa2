package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads one marshalled object, as CPython's Python/marshal.c (formats 2 to 5) writes it, for one layout of code objects. Two
 * ways out: a value, or {@link Malformed}.
 */
final class MarshalReader {
    private static final int DEPTH_MAX = 100;
    private static final int TEXTS_MAX = 2_000;
    private static final int REFERENCES_MAX = 1_000_000;
    /** A reference to something heavier is not followed: shared parts of parts could unfold without end. */
    private static final int SHARED_WEIGHT_MAX = 4_096;

    private static final int REFERENCE_FLAG = 0x80;

    /** The bytes are no marshalled object of this layout. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /** A value that was read, and how many values it is made of. */
    private record Node(Value value, int weight) {
        static final Node UNKNOWN = new Node(Value.UNKNOWN, 1);

        static Node of(Value value) {
            return new Node(value, 1);
        }
    }

    private final Content content;
    private final PythonVersion.Layout layout;
    private final List<PythonVersion> versions;
    private final Inspection inspection;
    private final List<Node> references = new ArrayList<>();
    private final List<CodeObject> codes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private List<CodeObject> open = codes;
    private long position;
    private int depth;

    MarshalReader(
            Content content,
            long offset,
            PythonVersion.Layout layout,
            List<PythonVersion> versions,
            Inspection inspection) {
        this.content = content;
        this.position = offset;
        this.layout = layout;
        this.versions = versions;
        this.inspection = inspection;
    }

    /** Where the object ended, or where reading stopped. */
    long position() {
        return position;
    }

    /** Code objects met outside of any other code object. */
    List<CodeObject> codes() {
        return codes;
    }

    /** The first texts that were met, in their order: what is left to judge where code cannot be read whole. */
    List<String> texts() {
        return texts;
    }

    Value read() throws Malformed {
        return node().value();
    }

    private Node node() throws Malformed {
        if (++depth > DEPTH_MAX) {
            throw new Malformed("objects lie more than %d deep".formatted(DEPTH_MAX));
        }
        inspection.step();
        int type = u8();
        int slot = (type & REFERENCE_FLAG) == 0 ? -1 : reserve();
        Node node = switch (type & ~REFERENCE_FLAG) {
            case 'N' -> Node.of(Value.NONE);
            case 'T' -> Node.of(new Value.Truth(true));
            case 'F' -> Node.of(new Value.Truth(false));
            case '.', 'S' -> Node.UNKNOWN;
            case 'i' -> Node.of(new Value.Whole(i32()));
            case 'I' -> Node.of(new Value.Whole(content.i64(advance(8))));
            case 'l' -> Node.of(new Value.Whole(longNumber()));
            case 'g' -> Node.of(new Value.Real(Double.longBitsToDouble(content.i64(advance(8)))));
            case 'f' -> real(text(u8()));
            case 'y' -> skipped(16);
            case 'x' -> skippedTexts();
            case 's' -> Node.of(bytes(length()));
            case 'u', 't', 'a', 'A' -> Node.of(Value.text(text(length())));
            case 'z', 'Z' -> Node.of(Value.text(text(u8())));
            case '(', '[', '<', '>' -> items(length());
            case ')' -> items(u8());
            case '{' -> entries();
            case ':' -> items(3);
            case 'r' -> referenced(i32());
            case 'c' -> code();
            default -> throw new Malformed("no marshalled object begins with byte 0x%02x".formatted(type));
        };
        if (slot >= 0) {
            references.set(slot, node);
        }
        depth--;
        return node;
    }

    private int reserve() throws Malformed {
        if (references.size() >= REFERENCES_MAX) {
            throw new Malformed("more than %d shared objects".formatted(REFERENCES_MAX));
        }
        references.add(Node.UNKNOWN);
        return references.size() - 1;
    }

    private Node referenced(int index) throws Malformed {
        if (index < 0 || index >= references.size()) {
            throw new Malformed("refers to object %d of %d".formatted(index, references.size()));
        }
        Node node = references.get(index);
        return node.weight() > SHARED_WEIGHT_MAX ? Node.UNKNOWN : node;
    }

    private Node items(int count) throws Malformed {
        inspection.spend(8L * count);
        var items = new ArrayList<Value>(Math.min(count, 1_024));
        long weight = 1;
        for (int i = 0; i < count; i++) {
            Node item = node();
            items.add(item.value());
            weight += item.weight();
        }
        return new Node(new Value.Items(items, true), (int) Math.min(weight, Integer.MAX_VALUE));
    }

    private Node entries() throws Malformed {
        var entries = new ArrayList<Value>();
        long weight = 1;
        while (content.u8(position) != '0') {
            Node key = node();
            Node value = node();
            entries.add(key.value());
            entries.add(value.value());
            weight += key.weight() + (long) value.weight();
        }
        position++;
        return new Node(new Value.Entries(entries, true), (int) Math.min(weight, Integer.MAX_VALUE));
    }

    private Node code() throws Malformed {
        List<CodeObject> outer = open;
        var inner = new ArrayList<CodeObject>();
        open = inner;
        int arguments = i32();
        for (int i = 1; i < layout.numbers; i++) {
            i32();
        }
        if (!(node().value() instanceof Value.Bytes instructions)
                || instructions.bytes().byteSize() % 2 != 0) {
            throw new Malformed("a code object has no instructions");
        }
        List<Value> constants = tuple("constants");
        List<String> names = names("names");
        List<String> variables = names("variables");
        List<String> cells = List.of();
        if (layout == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            binary("kinds of variables");
        } else {
            List<String> free = names("free variables");
            cells = new ArrayList<>(names("cells"));
            cells.addAll(free);
        }
        name("file name");
        String name = name("name");
        if (layout == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            name("qualified name");
        }
        i32();
        binary("line table");
        if (layout == PythonVersion.Layout.ONE_LIST_OF_VARIABLES) {
            binary("exception table");
        }
        open = outer;
        var code = new CodeObject(
                name,
                arguments,
                constants,
                names,
                variables,
                cells,
                new Instructions(instructions.bytes().toArray(ValueLayout.JAVA_BYTE)),
                inner,
                versions);
        open.add(code);
        return Node.UNKNOWN;
    }

    private List<Value> tuple(String what) throws Malformed {
        if (node().value() instanceof Value.Items items) {
            return items.items();
        }
        throw new Malformed("the %s of a code object are no tuple".formatted(what));
    }

    private List<String> names(String what) throws Malformed {
        var names = new ArrayList<String>();
        for (Value item : tuple(what)) {
            if (!(item instanceof Value.Text text)) {
                throw new Malformed("the %s of a code object are not all texts".formatted(what));
            }
            names.add(text.text());
        }
        return names;
    }

    private String name(String what) throws Malformed {
        if (node().value() instanceof Value.Text text) {
            return text.text();
        }
        throw new Malformed("the %s of a code object is no text".formatted(what));
    }

    private void binary(String what) throws Malformed {
        if (!(node().value() instanceof Value.Bytes)) {
            throw new Malformed("the %s of a code object is no bytes".formatted(what));
        }
    }

    private long longNumber() throws Malformed {
        int digits = i32();
        int count = Math.abs(digits);
        if (digits == Integer.MIN_VALUE) {
            throw new Malformed("a number has too many digits");
        }
        long value = 0;
        long start = advance(2L * count);
        for (int i = Math.min(count, 5) - 1; i >= 0; i--) {
            value = (value << 15) | (content.u16(start + 2L * i) & 0x7fff);
        }
        if (count > 4) {
            value = Long.MAX_VALUE;
        }
        return digits < 0 ? -value : value;
    }

    private Node real(String text) {
        OptionalDouble number = parsed(text);
        return number.isPresent() ? Node.of(new Value.Real(number.getAsDouble())) : Node.UNKNOWN;
    }

    private static OptionalDouble parsed(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private Node skipped(int bytes) throws Malformed {
        advance(bytes);
        return Node.UNKNOWN;
    }

    private Node skippedTexts() throws Malformed {
        text(u8());
        text(u8());
        return Node.UNKNOWN;
    }

    private Value.Bytes bytes(int length) throws Malformed {
        MemorySegment bytes = content.bytes().asSlice(advance(length), length);
        return new Value.Bytes(bytes, true);
    }

    private String text(int length) throws Malformed {
        long start = advance(length);
        inspection.spend(length);
        String text = content.text(start, length, StandardCharsets.UTF_8);
        if (texts.size() < TEXTS_MAX) {
            texts.add(text);
        }
        return text;
    }

    private int length() throws Malformed {
        int length = i32();
        if (length < 0 || length > content.size() - position) {
            throw new Malformed("a length of %d reaches outside".formatted(length));
        }
        return length;
    }

    private int u8() throws Malformed {
        return content.u8(advance(1));
    }

    private int i32() throws Malformed {
        return content.i32(advance(4));
    }

    private long advance(long bytes) throws Malformed {
        if (bytes > content.size() - position) {
            throw new Malformed("ends at byte %d inside an object".formatted(content.size()));
        }
        long start = position;
        position += bytes;
        return start;
    }
}
