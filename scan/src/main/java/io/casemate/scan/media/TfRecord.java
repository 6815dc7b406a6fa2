package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.zip.CRC32C;

/** Records of a length, its checksum, data and its checksum (TensorFlow, record_writer.cc); event files too. */
final class TfRecord {
    private static final int OVERHEAD = 16;

    private TfRecord() {}

    static boolean begins(Content content) {
        return content.size() >= OVERHEAD && isRecord(content, 0);
    }

    static long end(Content content, Inspection inspection) {
        long at = 0;
        while (at <= content.size() - OVERHEAD && isRecord(content, at)) {
            inspection.step();
            at += content.i64(at) + OVERHEAD;
        }
        return at;
    }

    private static boolean isRecord(Content content, long at) {
        long length = content.i64(at);
        var crc = new CRC32C();
        crc.update(content.copy(at, 8));
        int masked = Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
        return masked == content.i32(at + 8) && length >= 0 && length <= content.size() - at - OVERHEAD;
    }
}
