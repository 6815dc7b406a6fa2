package io.casemate.scan.engine;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file, taken bit by bit while others read it, so that its bytes come from the disk once. */
final class FileDigest {
    private static final int BLOCK_BYTES = 1 << 18;

    private final MemorySegment file;
    private final MessageDigest digest = sha256();
    private long done;

    FileDigest(MemorySegment file) {
        this.file = file;
    }

    /** Where a part of the file begins in it; -1 where the bytes are not the file's own. */
    long offsetOf(MemorySegment part) {
        long offset = part.address() - file.address();
        boolean within =
                part.isNative() && file.isNative() && offset >= 0 && offset <= file.byteSize() - part.byteSize();
        return within ? offset : -1;
    }

    /** Goes on to that byte; does nothing where it is already beyond. */
    void upTo(long end) {
        while (done < end) {
            long length = Math.min(BLOCK_BYTES, end - done);
            digest.update(file.asSlice(done, length).asByteBuffer());
            done += length;
        }
    }

    /** The digest of the whole file, in 64 lower-case hex digits. */
    String finish() {
        upTo(file.byteSize());
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
