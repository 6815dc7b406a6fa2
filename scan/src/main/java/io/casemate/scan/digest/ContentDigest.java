package io.casemate.scan.digest;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Takes the digest of a whole content, block by block. */
public final class ContentDigest {
    private static final int BLOCK_BYTES = 1 << 16;

    private ContentDigest() {}

    /** SHA-256 in 64 lower-case hexadecimal digits. */
    public static String sha256(Content content, Inspection inspection) {
        return HexFormat.of().formatHex(of("SHA-256", content, inspection));
    }

    /**
     * The digest in bytes.
     *
     * @param algorithm a name that every Java platform knows: "SHA-256", "SHA-384", "SHA-512"
     */
    public static byte[] of(String algorithm, Content content, Inspection inspection) {
        MessageDigest digest = algorithm(algorithm);
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, content.size())];
        for (long at = 0; at < content.size(); at += block.length) {
            inspection.step();
            int length = (int) Math.min(block.length, content.size() - at);
            content.copy(at, block, length);
            digest.update(block, 0, length);
        }
        return digest.digest();
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("need a digest that the platform knows, got " + name, e);
        }
    }
}
