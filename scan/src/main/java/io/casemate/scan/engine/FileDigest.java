package io.casemate.scan.engine;

import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, taken bit by bit while others read it, so that its bytes come from the disk once. */
final class FileDigest {
    private static final int BLOCK_BYTES = 1 << 16;

    private final Content file;
    private final MessageDigest digest = sha256();
    /** Digests take arrays in one piece, and everything else through small buffers of their own. */
    private final byte[] block;

    private long done;

    FileDigest(Content file) {
        this.file = file;
        this.block = new byte[(int) Math.min(BLOCK_BYTES, file.size())];
    }

    /** Where a part of the file begins in it; -1 where the bytes are not the file's own. */
    long offsetOf(MemorySegment part) {
        MemorySegment whole = file.bytes();
        long offset = part.address() - whole.address();
        boolean within =
                part.isNative() && whole.isNative() && offset >= 0 && offset <= whole.byteSize() - part.byteSize();
        return within ? offset : -1;
    }

    /** Goes on to that byte; does nothing where it is already beyond. */
    void upTo(long end) {
        while (done < end) {
            int length = (int) Math.min(BLOCK_BYTES, end - done);
            file.copy(done, block, length);
            digest.update(block, 0, length);
            done += length;
        }
    }

    /** The digest of the whole file, in 64 lower-case hex digits. */
    String finish() {
        upTo(file.size());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
