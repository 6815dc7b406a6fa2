package io.casemate.scan.archive.zip;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.casemate.scan.archive.stream.SegmentInput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** The ways in which zips compress. */
final class ZipMethod {
    /** Flag of members whose LZMA stream has an end mark of its own. */
    private static final int LZMA_END_MARK = 2;

    private ZipMethod() {}

    /** Opens compressed bytes. A method that nobody here reads is an {@link IOException} that names it. */
    static InputStream open(ZipMember member, MemorySegment packed) throws IOException {
        var input = new SegmentInput(packed);
        return switch (member.method()) {
            case ZipMember.STORED -> input;
            case ZipMember.DEFLATED -> new Deflated(input, new Inflater(true));
            case 9 -> new Deflate64CompressorInputStream(input);
            case 12 -> new BZip2CompressorInputStream(input);
            case 14 -> lzma(input, (member.flags() & LZMA_END_MARK) != 0 ? -1 : member.size());
            case 20, 93 -> new ZstdInputStream(input);
            case 95 -> new XZInputStream(input, SegmentInput.DECODER_KIB);
            default -> throw new IOException("compression method %d is not read here".formatted(member.method()));
        };
    }

    /** Whether {@link #open} reads it. */
    static boolean known(int method) {
        return switch (method) {
            case ZipMember.STORED, ZipMember.DEFLATED, 9, 12, 14, 20, 93, 95 -> true;
            default -> false;
        };
    }

    private static InputStream lzma(SegmentInput input, long size) throws IOException {
        byte[] head = input.readNBytes(9);
        if (head.length < 9 || head[2] != 5 || head[3] != 0) {
            throw new IOException("no LZMA properties");
        }
        int dictionary = (head[5] & 0xff) | (head[6] & 0xff) << 8 | (head[7] & 0xff) << 16 | (head[8] & 0xff) << 24;
        if (LZMAInputStream.getMemoryUsage(dictionary, head[4]) > SegmentInput.DECODER_KIB) {
            throw new IOException("its LZMA dictionary is too large");
        }
        return new LZMAInputStream(input, size, head[4], dictionary);
    }

    /** Inflates, and gives the native memory back. */
    static final class Deflated extends InflaterInputStream {
        private static final int BUFFER_BYTES = 8 << 10;

        Deflated(InputStream input, Inflater inflater) {
            super(input, inflater, BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
