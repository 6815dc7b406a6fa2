package io.casemate.scan.bytecode;

import io.casemate.scan.call.Value;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Reads marshalled data for the code in it. Bare marshal data does not say its version: every layout that fits is taken. */
final class CodeReader {
    /**
     * What one marshalled object holds.
     *
     * @param value the object itself; code in it is {@link Value#UNKNOWN}
     * @param codes code objects that lie in no other code object, for each layout that fits
     * @param length bytes that the object takes; 0 where no layout fits
     * @param texts texts that were met before no layout fitted any more; none where one fits
     */
    public record Marshalled(Value value, List<CodeObject> codes, long length, List<String> texts) {
        public Marshalled {
            codes = List.copyOf(codes);
            texts = List.copyOf(texts);
        }
    }

    private CodeReader() {}

    /** Reads one marshalled object from the start of a content; a length of 0 says that there is none. */
    public static Marshalled read(Content content, Inspection inspection) {
        var codes = new ArrayList<CodeObject>();
        Value value = Value.UNKNOWN;
        long length = 0;
        List<String> texts = List.of();
        for (PythonVersion.Layout layout : PythonVersion.layouts()) {
            Marshalled read = read(content, 0, layout, layout.versions(), inspection);
            texts = read.texts().size() > texts.size() ? read.texts() : texts;
            if (read.length() > 0) {
                value = read.value();
                length = Math.max(length, read.length());
                codes.addAll(read.codes());
                if (read.codes().isEmpty()) {
                    break; // without code all layouts read the same
                }
            }
        }
        return new Marshalled(value, codes, length, length > 0 ? List.of() : texts);
    }

    /** Reads one marshalled object from the start of some bytes; a length of 0 says that there is none. */
    public static Marshalled read(MemorySegment bytes, Inspection inspection) {
        return read(Content.of("", bytes), inspection);
    }

    /** Reads one marshalled object of a known layout. */
    static Marshalled read(
            Content content,
            long offset,
            PythonVersion.Layout layout,
            List<PythonVersion> versions,
            Inspection inspection) {
        var reader = new MarshalReader(content, offset, layout, versions, inspection);
        try {
            Value value = reader.read();
            return new Marshalled(value, reader.codes(), reader.position() - offset, List.of());
        } catch (MarshalReader.Malformed | IndexOutOfBoundsException e) {
            return new Marshalled(Value.UNKNOWN, List.of(), 0, reader.texts());
        }
    }
}
