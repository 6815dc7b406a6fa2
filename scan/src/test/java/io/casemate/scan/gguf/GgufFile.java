package io.casemate.scan.gguf;

import io.casemate.scan.trial.Bytes;
import java.nio.charset.StandardCharsets;

/** Builds GGUF files of version 3. */
final class GgufFile {
    private final Bytes entries = Bytes.bytes();
    private final Bytes infos = Bytes.bytes();
    private long entryCount;
    private long infoCount;

    static GgufFile file() {
        return new GgufFile();
    }

    GgufFile text(String key, String value) {
        key(key, 8);
        string(entries, value);
        return this;
    }

    GgufFile u32(String key, long value) {
        key(key, 4);
        entries.u32(value);
        return this;
    }

    GgufFile texts(String key, String... values) {
        key(key, 9);
        entries.u32(8).u64(values.length);
        for (String value : values) {
            string(entries, value);
        }
        return this;
    }

    GgufFile floats(String key, float... values) {
        key(key, 9);
        entries.u32(6).u64(values.length);
        for (float value : values) {
            entries.u32(Float.floatToIntBits(value));
        }
        return this;
    }

    /** A key whose value the test writes itself. */
    GgufFile raw(String key, int type, byte... value) {
        key(key, type);
        entries.raw(value);
        return this;
    }

    GgufFile tensor(String name, int type, long offset, long... innermostFirst) {
        infoCount++;
        string(infos, name);
        infos.u32(innermostFirst.length);
        for (long length : innermostFirst) {
            infos.u64(length);
        }
        infos.u32(type).u64(offset);
        return this;
    }

    byte[] with(int bytesOfTensors) {
        return withCounts(infoCount, entryCount, bytesOfTensors);
    }

    byte[] withCounts(long tensors, long keys, int bytesOfTensors) {
        Bytes file = Bytes.bytes().text("GGUF").u32(3).u64(tensors).u64(keys);
        file.raw(entries.toBytes()).raw(infos.toBytes());
        return file.align(bytesOfTensors > 0 ? 32 : 1).zeros(bytesOfTensors).toBytes();
    }

    private void key(String key, int type) {
        entryCount++;
        string(entries, key);
        entries.u32(type);
    }

    private static void string(Bytes out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.u64(bytes.length).raw(bytes);
    }
}
