package io.casemate.scan.torch7;

import io.casemate.scan.trial.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes objects as {@code torch.save} of Lua does, binary or as text. */
final class LuaObjects {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean binary;
    private int objects;

    private LuaObjects(boolean binary) {
        this.binary = binary;
    }

    static LuaObjects binary() {
        return new LuaObjects(true);
    }

    static LuaObjects ascii() {
        return new LuaObjects(false);
    }

    LuaObjects nil() {
        return integer(0);
    }

    LuaObjects number(double value) {
        integer(1);
        return binary ? raw(Bytes.bytes().u64(Double.doubleToLongBits(value))) : line(Double.toString(value));
    }

    LuaObjects string(String text) {
        return integer(2).characters(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    LuaObjects bool(boolean value) {
        return integer(5).integer(value ? 1 : 0);
    }

    /** A table; that many keys and values have to follow. */
    LuaObjects table(int entries) {
        return integer(3).integer(++objects).integer(entries);
    }

    /** An object that was written before. */
    LuaObjects again(int tag, int object) {
        return integer(tag).integer(object);
    }

    /** An object of a class; its content has to follow. */
    LuaObjects object(String className) {
        integer(4).integer(++objects);
        return characters("V 1".getBytes(StandardCharsets.US_ASCII))
                .characters(className.getBytes(StandardCharsets.UTF_8));
    }

    /** The same as files had it before classes had versions. */
    LuaObjects unversioned(String className) {
        integer(4).integer(++objects);
        return characters(className.getBytes(StandardCharsets.UTF_8));
    }

    /** A contiguous tensor of floats without its storage, which has to follow. */
    LuaObjects tensor(long offset, long... shape) {
        object("torch.FloatTensor").integer(shape.length);
        longs(shape);
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        longs(strides);
        return longs(offset);
    }

    LuaObjects storage(int... numbers) {
        object("torch.FloatStorage");
        longs(numbers.length);
        for (int number : numbers) {
            if (binary) {
                raw(Bytes.bytes().u32(Float.floatToIntBits(number)));
            } else {
                text(number + " ");
            }
        }
        return binary ? this : text("\n");
    }

    /** A storage that claims another number of numbers than it has. */
    LuaObjects storageOf(long claimed) {
        return object("torch.FloatStorage").longs(claimed);
    }

    /** A function; what it was closed over has to follow. */
    LuaObjects function(int tag, String code) {
        integer(tag);
        if (tag != 6) {
            integer(++objects);
        }
        return characters(code.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    LuaObjects integer(int value) {
        return binary ? raw(Bytes.bytes().u32(value)) : line(Integer.toString(value));
    }

    private LuaObjects longs(long... values) {
        for (long value : values) {
            if (binary) {
                raw(Bytes.bytes().u64(value));
            } else {
                text(value + " ");
            }
        }
        return binary || values.length == 0 ? this : text("\n");
    }

    private LuaObjects characters(byte[] bytes) {
        integer(bytes.length);
        out.writeBytes(bytes);
        return binary ? this : text("\n");
    }

    private LuaObjects line(String text) {
        return text(text + "\n");
    }

    private LuaObjects text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private LuaObjects raw(Bytes bytes) {
        out.writeBytes(bytes.toBytes());
        return this;
    }
}
