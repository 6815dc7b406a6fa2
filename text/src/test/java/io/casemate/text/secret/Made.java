package io.casemate.text.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;

/** Secrets made for tests: they have the shape of live ones, and open nothing. */
final class Made {
    static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static final String BASE64 = BASE62 + "+/";
    static final String HEX = "0123456789abcdef";
    private final RandomGenerator random;

    Made(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    String drawn(int length, String alphabet) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** A prefix, 30 characters, and their checksum. */
    String checksummed(String prefix) {
        String body = drawn(30, BASE62);
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.ISO_8859_1));
        var digits = new StringBuilder();
        for (long left = crc.getValue(); digits.length() < 6; left /= 62) {
            digits.append(BASE62.charAt((int) (left % 62)));
        }
        return prefix + body + digits.reverse();
    }

    /** A DER sequence of random bytes, as a private key is one. */
    String pem(String label) {
        byte[] key = new byte[600];
        random.nextBytes(key);
        key[0] = 0x30;
        key[1] = (byte) 0x82;
        key[2] = (byte) ((key.length - 4) >> 8);
        key[3] = (byte) (key.length - 4);
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
