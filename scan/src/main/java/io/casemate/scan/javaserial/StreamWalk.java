package io.casemate.scan.javaserial;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the stream and makes nothing of it but descriptors of classes. Letters of the grammar as in ObjectStreamConstants. */
final class StreamWalk {
    private static final int DEPTH_MAX = 300;
    private static final int HEADER_BYTES = 4;
    private static final int FIRST_HANDLE = 0x7e_0000;
    private static final int END_OF_BLOCKS = 0x78;
    private static final int CHAIN_MAX = 100;

    private final Content content;
    private final SeenClasses classes;
    private final Inspection inspection;
    /** What was numbered: a descriptor, or null for what is no class. */
    private final List<@Nullable ClassDescriptor> handles = new ArrayList<>();

    private long at = HEADER_BYTES;
    private int depth;

    StreamWalk(Content content, SeenClasses classes, Inspection inspection) {
        this.content = content;
        this.classes = classes;
        this.inspection = inspection;
    }

    long position() {
        return Math.min(at, content.size());
    }

    void read() {
        while (at < content.size()) {
            if (item()) {
                throw new IndexOutOfBoundsException("an end of blocks that none began at %d".formatted(at));
            }
        }
    }

    /** One thing of the stream; whether it is the mark that ends an annotation. */
    private boolean item() {
        inspection.step();
        if (++depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d at %d".formatted(DEPTH_MAX, at));
        }
        int mark = content.u8(at++);
        switch (mark) {
            case 0x70 -> {} // null
            case 0x71 -> skip(4); // a reference
            case 0x72, 0x7d -> {
                at--;
                descriptor();
            }
            case 0x73 -> object();
            case 0x74 -> string(u16());
            case 0x7c -> string(i64());
            case 0x75 -> array();
            case 0x76 -> { // a class
                descriptor();
                number(null);
            }
            case 0x77 -> skip(content.u8(at++));
            case 0x7a -> skip(i32());
            case 0x79 -> handles.clear();
            case 0x7b -> handles.clear(); // an exception follows as an object
            case 0x7e -> { // a constant of an enum
                descriptor();
                number(null);
                item();
            }
            case END_OF_BLOCKS -> {}
            default -> throw new IndexOutOfBoundsException("no item begins with %d at %d".formatted(mark, at - 1));
        }
        depth--;
        return mark == END_OF_BLOCKS;
    }

    private void object() {
        ClassDescriptor of = descriptor();
        number(null);
        List<ClassDescriptor> chain = new ArrayList<>();
        for (ClassDescriptor c = of; c != null; c = c.parent()) {
            if (chain.size() == CHAIN_MAX) {
                throw new IndexOutOfBoundsException("a class with more than %d ancestors".formatted(CHAIN_MAX));
            }
            chain.add(c);
        }
        for (ClassDescriptor c : chain.reversed()) {
            if (c.unbounded()) {
                throw new IndexOutOfBoundsException("values of '%s' in the old protocol".formatted(c.name));
            }
            for (int i = 0; i < c.fields().length(); i++) {
                value(c.fields().charAt(i));
            }
            if (c.annotates()) {
                annotation();
            }
        }
    }

    private void annotation() {
        boolean over = false;
        while (!over) {
            over = item();
        }
    }

    private void value(char type) {
        int width = width(type);
        if (width > 0) {
            skip(width);
        } else {
            item();
        }
    }

    /** Bytes of a primitive; 0 for an object. */
    private static int width(char type) {
        return switch (type) {
            case 'B', 'Z' -> 1;
            case 'C', 'S' -> 2;
            case 'I', 'F' -> 4;
            case 'J', 'D' -> 8;
            case 'L', '[' -> 0;
            default -> throw new IndexOutOfBoundsException("no type is called %d".formatted((int) type));
        };
    }

    private void array() {
        ClassDescriptor of = descriptor();
        number(null);
        long length = i32();
        if (of == null || of.name.length() < 2 || length < 0) {
            throw new IndexOutOfBoundsException("an array of no class before %d".formatted(at));
        }
        char type = of.name.charAt(1);
        int width = width(type);
        if (width > 0) {
            numbers(type, length * width);
        } else {
            for (long i = 0; i < length; i++) {
                item();
            }
        }
    }

    /** Bytes may be a stream, an archive or a program: they are looked at as content of their own where they begin as one. */
    private void numbers(char type, long bytes) {
        long from = at;
        skip(bytes);
        if (type == 'B' && (content.has(from, "\u00ac\u00ed\0\u0005") || content.has(from, "PK\003\004"))) {
            inspection.nested(content.slice(from, bytes), from, bytes);
        }
    }

    private @Nullable ClassDescriptor descriptor() {
        int mark = content.u8(at++);
        return switch (mark) {
            case 0x70 -> null;
            case 0x71 -> {
                long handle = i32() - (long) FIRST_HANDLE;
                if (handle < 0 || handle >= handles.size()) {
                    throw new IndexOutOfBoundsException("a reference to nothing before %d".formatted(at));
                }
                yield handles.get((int) handle);
            }
            case 0x72 -> ordinary();
            case 0x7d -> proxy();
            default -> throw new IndexOutOfBoundsException("no class begins with %d at %d".formatted(mark, at - 1));
        };
    }

    private ClassDescriptor ordinary() {
        nest();
        long offset = at;
        var described = new ClassDescriptor(text());
        classes.tell(described.name, offset);
        skip(8);
        number(described);
        int flags = content.u8(at++);
        var types = new StringBuilder();
        for (int left = u16(); left > 0; left--) {
            char type = (char) content.u8(at++);
            types.append(type);
            text();
            if (width(type) == 0) {
                item();
            }
        }
        described.describe(flags, types.toString());
        annotation();
        described.extend(descriptor());
        depth--;
        return described;
    }

    private ClassDescriptor proxy() {
        nest();
        var described = new ClassDescriptor("java.lang.reflect.Proxy");
        number(described);
        int interfaces = i32();
        if (interfaces < 0 || interfaces > content.size() - at) {
            throw new IndexOutOfBoundsException("%d interfaces before %d".formatted(interfaces, at));
        }
        inspection.found("java-serial/proxy", at, "makes an object whose methods all call one handler");
        for (int left = interfaces; left > 0; left--) {
            inspection.step();
            text();
        }
        annotation();
        described.describe(2, "");
        described.extend(descriptor());
        depth--;
        return described;
    }

    private void nest() {
        if (++depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("nested deeper than %d at %d".formatted(DEPTH_MAX, at));
        }
    }

    private void string(long length) {
        skip(length);
        number(null);
    }

    private void number(@Nullable ClassDescriptor described) {
        inspection.spend(8);
        handles.add(described);
    }

    private String text() {
        int length = u16();
        String text = content.text(at, length);
        at += length;
        return text;
    }

    private int u16() {
        int value = Integer.reverseBytes(content.u16(at)) >>> 16;
        at += 2;
        return value;
    }

    private int i32() {
        int value = Integer.reverseBytes(content.i32(at));
        at += 4;
        return value;
    }

    private long i64() {
        long value = Long.reverseBytes(content.i64(at));
        at += 8;
        return value;
    }

    private void skip(long bytes) {
        if (bytes < 0 || bytes > content.size() - at) {
            throw new IndexOutOfBoundsException("%d bytes at %d".formatted(bytes, at));
        }
        at += bytes;
    }
}
