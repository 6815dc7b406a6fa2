package io.casemate.scan.archive.stream;

import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.casemate.scan.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.snappy.FramedSnappyCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/** The ways in which one content is compressed as a whole, each known by its first bytes. */
enum Codec {
    GZIP("gzip") {
        @Override
        boolean begins(Content content) {
            return content.has(0, (byte) 0x1f, (byte) 0x8b, (byte) 8) && content.size() > 9 && content.u8(3) < 0x20;
        }

        @Override
        InputStream open(SegmentInput input) {
            return new GzipMembers(input);
        }
    },
    ZLIB("zlib") {
        @Override
        boolean begins(Content content) {
            return Zlib.begins(content, 0);
        }

        @Override
        InputStream open(SegmentInput input) {
            return new Zlib(input);
        }
    },
    /** What joblib wrote before 0.10: "ZF", the unpacked length in hexadecimal, blanks to a width that depends on Python, zlib. */
    ZFILE("joblib zlib") {
        @Override
        boolean begins(Content content) {
            return zfile(content) > 0;
        }

        @Override
        InputStream open(SegmentInput input) {
            input.seek(Math.max(0, zfile(Content.of("", input.bytes()))));
            return new Zlib(input);
        }
    },
    BZIP2("bzip2") {
        @Override
        boolean begins(Content content) {
            return content.has(0, "BZh") && content.has(4, BZIP2_BLOCK) && content.u8(3) >= '1' && content.u8(3) <= '9';
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            return new BZip2CompressorInputStream(input, true);
        }
    },
    XZ("xz") {
        @Override
        boolean begins(Content content) {
            return content.has(0, XZ_MAGIC);
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            return new XZInputStream(input, SegmentInput.DECODER_KIB);
        }
    },
    LZMA("lzma") {
        @Override
        boolean begins(Content content) {
            if (content.size() < 14 || content.u8(0) >= 225 || content.u8(13) != 0) {
                return false;
            }
            long dictionary = content.u32(1);
            long size = content.i64(5);
            boolean round = Long.bitCount(dictionary) == 1
                    || (Long.bitCount(dictionary) == 2 && Long.bitCount(dictionary / 3) == 1);
            return round && dictionary >= 4096 && (size == -1 || (size > 0 && size < 1L << 38));
        }

        // It has no magic number; writers choose these properties, or leave the size open.
        @Override
        boolean certain(Content content) {
            return content.u8(0) == LZMA_PROPERTIES || content.i64(5) == -1;
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            return new LZMAInputStream(input, SegmentInput.DECODER_KIB);
        }
    },
    ZSTANDARD("zstandard") {
        @Override
        boolean begins(Content content) {
            return content.has(Frames.afterSkippable(content), ZSTANDARD_MAGIC);
        }

        @Override
        InputStream open(SegmentInput input) {
            input.seek(Frames.afterSkippable(Content.of("", input.bytes())));
            return new ZstdInputStream(input);
        }
    },
    LZ4("lz4") {
        @Override
        boolean begins(Content content) {
            return content.has(Frames.afterSkippable(content), LZ4_MAGIC);
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            input.seek(Frames.afterSkippable(Content.of("", input.bytes())));
            return new FramedLZ4CompressorInputStream(input, true);
        }
    },
    SNAPPY("snappy") {
        @Override
        boolean begins(Content content) {
            return content.has(0, "\u00ff\6\0\0sNaPpY");
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            return new FramedSnappyCompressorInputStream(input);
        }
    },
    COMPRESS("compress") {
        @Override
        boolean begins(Content content) {
            return content.has(0, (byte) 0x1f, (byte) 0x9d)
                    && content.size() > 3
                    && (content.u8(2) & 0x60) == 0
                    && sane(content.u8(2) & 0x1f);
        }

        @Override
        InputStream open(SegmentInput input) throws IOException {
            return new ZCompressorInputStream(input, SegmentInput.DECODER_KIB);
        }
    };

    private static final int ZFILE_HEAD_BYTES_MAX = 32;
    /** Three bits of context before literals, none of their place, two of a place. */
    private static final int LZMA_PROPERTIES = 0x5d;

    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
    private static final byte[] XZ_MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] ZSTANDARD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] LZ4_MAGIC = {4, 0x22, 0x4d, 0x18};

    private final String title;

    Codec(String title) {
        this.title = title;
    }

    /** Where the zlib stream of such a file begins, or -1 where it is none. */
    private static long zfile(Content content) {
        if (!content.has(0, "ZF0x")) {
            return -1;
        }
        int at = 4;
        while (at < ZFILE_HEAD_BYTES_MAX && at < content.size() && Character.digit(content.u8(at), 16) >= 0) {
            at++;
        }
        while (at < ZFILE_HEAD_BYTES_MAX && at < content.size() && (content.u8(at) == ' ' || content.u8(at) == 'L')) {
            at++;
        }
        return Zlib.begins(content, at) ? at : -1;
    }

    private static boolean sane(int codeBits) {
        return codeBits >= 9 && codeBits <= 16;
    }

    /** Its name in words. */
    String title() {
        return title;
    }

    abstract boolean begins(Content content);

    /** Whether what begins like this can be nothing else. */
    boolean certain(Content content) {
        return true;
    }

    abstract InputStream open(SegmentInput input) throws IOException;
}
