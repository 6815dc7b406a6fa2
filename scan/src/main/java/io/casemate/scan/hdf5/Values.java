package io.casemate.scan.hdf5;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Tensor;

/** Values of attributes and data sets: numbers become tensors, what looks like content of its own is handed on. */
final class Values {
    private final Hdf5File file;
    private final GlobalHeap heap;

    Values(Hdf5File file) {
        this.file = file;
        this.heap = new GlobalHeap(file);
    }

    /** An attribute of an object. */
    void attribute(Attribute attribute, String path) {
        String name = "%s@%s".formatted(path, attribute.name());
        Datatype type = attribute.type();
        long bytes = Math.min(attribute.length(), bytes(type, attribute.space()));
        switch (type.kind()) {
            case TEXT_OF_ANY_LENGTH, SEQUENCE_OF_ANY_LENGTH -> references(name, type, attribute.offset(), bytes);
            case TEXT, OPAQUE -> texts(name, type, attribute.offset(), bytes);
            case NUMBER -> blob(name, type, attribute.offset(), bytes);
            case COMPOUND, REFERENCE, OTHER -> {}
        }
    }

    /** Elements of a data set that lie in the file in one piece. */
    void stored(String name, Datatype type, Dataspace space, long offset, long length) {
        file.content().slice(offset, length);
        switch (type.kind()) {
            case TEXT_OF_ANY_LENGTH, SEQUENCE_OF_ANY_LENGTH -> {
                file.read(offset, length);
                references(name, type, offset, length);
            }
            case TEXT, OPAQUE -> {
                file.read(offset, length);
                texts(name, type, offset, length);
            }
            case NUMBER -> numbers(name, type, space, offset, length);
            case COMPOUND, REFERENCE, OTHER -> file.read(offset, length);
        }
    }

    private void numbers(String name, Datatype type, Dataspace space, long offset, long length) {
        if (blob(name, type, offset, length) || type.number().isEmpty() || length == 0) {
            file.read(offset, length);
            return;
        }
        file.extents().add(offset, length);
        var bytes = file.content().bytes().asSlice(offset, length);
        file.inspection().tensor(new Tensor(name, type.number().get(), space.shape(), bytes, offset));
    }

    /** Bytes that are content of their own, kept as numbers of 8 bits. */
    private boolean blob(String name, Datatype type, long offset, long length) {
        if (type.bytes() != 1 || length < 3) {
            return false;
        }
        return handOn(name, offset, length);
    }

    private void texts(String name, Datatype type, long offset, long length) {
        long each = type.kind() == Datatype.Kind.OPAQUE && type.bytes() == 1 ? Math.max(1, length) : type.bytes();
        for (long at = 0; at + each <= length; at += each) {
            if (at / each % 1024 == 0) {
                file.inspection().step();
            }
            handOn(name, offset + at, trimmed(offset + at, each));
        }
    }

    /** The length of a text without the zeros or blanks that fill it up. */
    private long trimmed(long offset, long length) {
        long end = length;
        while (end > 0 && file.content().u8(offset + end - 1) == 0) {
            end--;
            if (end % 65_536 == 0) {
                file.inspection().step();
            }
        }
        return end;
    }

    private void references(String name, Datatype type, long offset, long length) {
        references(name, type, file.content().slice(offset, length));
    }

    /** References to values of any length, one after the other. */
    void references(String name, Datatype type, Content values) {
        int each = 4 + file.addressBytes() + 4;
        boolean looked = type.kind() == Datatype.Kind.TEXT_OF_ANY_LENGTH
                || type.base() == Datatype.Kind.TEXT
                || type.base() == Datatype.Kind.OPAQUE
                || type.number().filter(n -> n.bits() == 8).isPresent();
        for (long at = 0; at + each <= values.size(); at += each) {
            file.inspection().step();
            if (values.u32(at) == 0) {
                continue;
            }
            FractalHeap.Piece piece = heap.object(values, at + 4);
            if (looked) {
                handOn(name, piece.offset(), piece.content().size());
            }
        }
    }

    private boolean handOn(String name, long offset, long length) {
        Content value = file.content().slice(offset, length);
        if (!Insides.recognised(value)) {
            return false;
        }
        String path = "%s!%s".formatted(file.content().name(), name);
        file.extents().add(offset, length);
        file.inspection().nested(new Content(path, value.bytes(), value.family()), offset, length);
        return true;
    }

    /** Bytes of so many elements; saturates. */
    static long bytes(Datatype type, Dataspace space) {
        long elements = space.elements();
        return elements > Long.MAX_VALUE / type.bytes() ? Long.MAX_VALUE : elements * type.bytes();
    }
}
