package io.casemate.scan.engine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes wherever they are. */
final class Digests {
    private static final int BLOCK_BYTES = 1 << 20;

    private Digests() {}

    /** In 64 lower-case hex digits. */
    static String sha256(MemorySegment bytes) {
        MessageDigest digest = newSha256();
        for (long at = 0; at < bytes.byteSize(); at += BLOCK_BYTES) {
            ByteBuffer block = bytes.asSlice(at, Math.min(BLOCK_BYTES, bytes.byteSize() - at))
                    .asByteBuffer();
            digest.update(block);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
