package io.casemate.scan.gguf;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.List;
import java.util.Optional;

/** Reads GGUF of versions 1 to 3 in either byte order (ggml, docs/gguf.md), and what was before it: ggml, ggmf, ggjt, ggla. */
public final class GgufScanner implements FormatScanner {
    private static final int ENTRY_BYTES_MIN = 4 + 4 + 1;
    private static final int INFO_BYTES_MIN = 4 + 4 + 4 + 8;
    private static final long OLD_NUMBER_MAX = 0x100_0000;

    @Override
    public String id() {
        return "gguf";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.has(0, "GGUF")) {
            return content.size() < 8 || version(content) <= 0xffff ? Recognition.CERTAIN : Recognition.POSSIBLE;
        }
        boolean old = OldMagic.of(content).isPresent();
        return old && content.size() > 8 && content.u32(4) < OLD_NUMBER_MAX ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        Optional<OldMagic> old = OldMagic.of(content);
        if (old.isPresent()) {
            new OldFile(content, old.get(), inspection).read();
            return;
        }
        inspection.fact("format", "GGUF");
        long version = version(content);
        if (version < 1 || version > 3) {
            inspection.gap(4, "GGUF of version %d is not known".formatted(version));
            return;
        }
        var cursor = new Cursor(content, 8, version > 1, isBigEndian(content));
        try {
            read(content, cursor, inspection);
        } catch (OutOfFile e) {
            inspection.read(0, cursor.position());
            inspection.found("gguf/out-of-bounds", e.offset(), e.what());
        }
    }

    private static void read(Content content, Cursor cursor, Inspection inspection) {
        long tensors = cursor.count(1, "tensors");
        long entries = cursor.count(ENTRY_BYTES_MIN, "keys");
        var metadata = new Metadata(cursor, inspection);
        metadata.read(entries);
        if (tensors > cursor.left() / INFO_BYTES_MIN) {
            throw new OutOfFile(
                    8, "%d tensors are claimed, the file has %d bytes left".formatted(tensors, cursor.left()));
        }
        var reading = new Tensors(content, isBigEndian(content), inspection);
        List<TensorInfo> infos = reading.infos(cursor, tensors);
        inspection.read(0, cursor.position());
        reading.tell(infos, cursor.position(), metadata.alignment());
    }

    private static boolean isBigEndian(Content content) {
        return content.u16(4) == 0 && content.u32(4) != 0;
    }

    private static long version(Content content) {
        int version = content.i32(4);
        return (isBigEndian(content) ? Integer.reverseBytes(version) : version) & 0xffff_ffffL;
    }
}
