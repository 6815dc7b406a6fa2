package io.casemate.scan.torch7;

import io.casemate.scan.spi.Content;

/** The usual way: numbers as they are in memory, little-endian. */
final class BinarySource implements Source {
    private final Content content;
    private long at;

    BinarySource(Content content) {
        this.content = content;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public long left() {
        return content.size() - at;
    }

    @Override
    public int integer() {
        return content.i32(over(4));
    }

    @Override
    public long number() {
        return content.i64(over(8));
    }

    @Override
    public void real() {
        over(8);
    }

    @Override
    public long characters(long count) {
        return over(count);
    }

    @Override
    public void numbers(StorageType type, long count) {
        if (count < 0 || count > left() / type.bytes()) {
            throw new NoObject(
                    at, "a storage of %d numbers is claimed, the file has %d bytes left".formatted(count, left()));
        }
        over(count * type.bytes());
    }

    @Override
    public boolean binary() {
        return true;
    }

    private long over(long bytes) {
        if (bytes < 0 || bytes > left()) {
            throw new NoObject(at, "%d bytes are claimed, the file has %d left".formatted(bytes, left()));
        }
        long from = at;
        at += bytes;
        return from;
    }
}
