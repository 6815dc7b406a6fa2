package io.casemate.scan.msgpack;

import io.casemate.scan.spi.Content;

/**
 * One value as its head says it (msgpack, spec.md).
 *
 * @param kind what it is
 * @param body where its bytes or its items begin
 * @param length bytes of text, binary and extensions; items of arrays; pairs of maps
 * @param extension number of the extension type; the number itself for small integers
 */
record Item(Kind kind, long body, long length, long extension) {
    enum Kind {
        NUMBER,
        TRUTH,
        NIL,
        TEXT,
        BINARY,
        ARRAY,
        MAP,
        EXTENSION
    }

    /** Where the next value begins: behind the bytes, or at the first item. */
    long next() {
        return kind == Kind.ARRAY || kind == Kind.MAP ? body : body + length;
    }

    /** Reads the head at an offset; throws {@link IndexOutOfBoundsException} where it makes no sense. */
    static Item at(Content content, long at) {
        int head = content.u8(at);
        if (head <= 0x7f || head >= 0xe0) {
            return new Item(Kind.NUMBER, at + 1, 0, (byte) head);
        } else if (head <= 0x8f) {
            return new Item(Kind.MAP, at + 1, head & 0xf, 0);
        } else if (head <= 0x9f) {
            return new Item(Kind.ARRAY, at + 1, head & 0xf, 0);
        } else if (head <= 0xbf) {
            return bytes(content, Kind.TEXT, at + 1, head & 0x1f);
        }
        return switch (head) {
            case 0xc0 -> new Item(Kind.NIL, at + 1, 0, 0);
            case 0xc2, 0xc3 -> new Item(Kind.TRUTH, at + 1, 0, head & 1);
            case 0xc4, 0xc5, 0xc6 -> sized(content, Kind.BINARY, at, head - 0xc4);
            case 0xc7, 0xc8, 0xc9 -> extension(content, at, head - 0xc7);
            case 0xca -> bytes(content, Kind.NUMBER, at + 1, 4);
            case 0xcb -> bytes(content, Kind.NUMBER, at + 1, 8);
            case 0xcc, 0xcd, 0xce, 0xcf -> number(content, at, head - 0xcc);
            case 0xd0, 0xd1, 0xd2, 0xd3 -> number(content, at, head - 0xd0);
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> fixed(content, at, 1 << (head - 0xd4));
            case 0xd9, 0xda, 0xdb -> sized(content, Kind.TEXT, at, head - 0xd9);
            case 0xdc, 0xdd -> counted(content, Kind.ARRAY, at, head - 0xdc + 1);
            case 0xde, 0xdf -> counted(content, Kind.MAP, at, head - 0xde + 1);
            default -> throw new IndexOutOfBoundsException("no value begins with %d at %d".formatted(head, at));
        };
    }

    private static Item number(Content content, long at, int power) {
        int width = 1 << power;
        return new Item(
                Kind.NUMBER, at + 1, bytes(content, Kind.NUMBER, at + 1, width).length(), big(content, at + 1, width));
    }

    private static Item sized(Content content, Kind kind, long at, int power) {
        int width = 1 << power;
        return bytes(content, kind, at + 1 + width, big(content, at + 1, width));
    }

    private static Item extension(Content content, long at, int power) {
        int width = 1 << power;
        Item bytes = bytes(content, Kind.EXTENSION, at + 2 + width, big(content, at + 1, width));
        return new Item(Kind.EXTENSION, bytes.body, bytes.length, (byte) content.u8(at + 1 + width));
    }

    private static Item fixed(Content content, long at, int length) {
        Item bytes = bytes(content, Kind.EXTENSION, at + 2, length);
        return new Item(Kind.EXTENSION, bytes.body, bytes.length, (byte) content.u8(at + 1));
    }

    private static Item counted(Content content, Kind kind, long at, int power) {
        int width = 1 << power;
        long count = big(content, at + 1, width);
        if (count > content.size() - at) {
            throw new IndexOutOfBoundsException("%d items at %d".formatted(count, at));
        }
        return new Item(kind, at + 1 + width, count, 0);
    }

    private static Item bytes(Content content, Kind kind, long at, long length) {
        if (length < 0 || at > content.size() - length) {
            throw new IndexOutOfBoundsException("%d bytes at %d".formatted(length, at));
        }
        return new Item(kind, at, length, 0);
    }

    private static long big(Content content, long at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | content.u8(at + i);
        }
        return value;
    }
}
