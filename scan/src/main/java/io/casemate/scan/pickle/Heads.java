package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Tells by the first bytes whether a constant is something that can be loaded. */
final class Heads {
    private static final int DECODED_MAX = 1 << 20;

    private static final int MIN = 8;
    private static final int HEAD = 4096;
    private static final int BEGIN = 512;

    private Heads() {}

    /** Whether these are a pickle, an archive, marshalled code or an executable. */
    static boolean loadable(Content content) {
        if (content.size() < MIN) {
            return false;
        }
        return switch (content.u8(0)) {
            case 'P' -> content.has(0, "PK\3\4");
            case 0x1f -> content.has(0, (byte) 0x1f, (byte) 0x8b) && acts(content, true);
            case 'B' -> content.has(0, "BZh");
            case 0xfd -> content.has(1, "7zXZ");
            case 0x28 -> content.has(0, (byte) 0x28, (byte) 0xb5, (byte) 0x2f, (byte) 0xfd) || pickle(content);
            case 0x7f -> content.has(1, "ELF");
            // marshalled code object: flag for references, then the number of arguments
            case 0xe3 -> content.u8(3) == 0 && content.u8(4) == 0;
            case 0x78 -> acts(content, false);
            default -> pickle(content);
        };
    }

    /** Whether compressed data begins with what can be loaded; other data is often compressed as well. */
    private static boolean acts(Content content, boolean gzip) {
        byte[] head = content.copy(0, (int) Math.min(content.size(), HEAD));
        try (InputStream plain = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(head))
                : new InflaterInputStream(new ByteArrayInputStream(head))) {
            byte[] begin = new byte[BEGIN];
            int length = 0;
            try {
                for (int n = 0; n >= 0 && length < BEGIN; n = plain.read(begin, length, BEGIN - length)) {
                    length += n;
                }
            } catch (IOException e) {
                // the head was cut: what came out until then counts
            }
            Content inner = Content.of("", Arrays.copyOf(begin, length));
            return length >= MIN
                    && (pickle(inner) || (possible(inner, 0) && inner.u8(0) != 0x78 && inner.u8(0) != 'c'));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pickle(Content content) {
        return Skim.acts(content);
    }

    /** Whether bytes there can be one of those, by the first byte alone. */
    static boolean possible(Content content, long at) {
        return switch (content.u8(at)) {
            case Op.PROTO -> content.u8(at + 1) <= 5;
            case 'P' -> content.has(at, "PK\3\4");
            case 0x1f -> content.has(at, (byte) 0x1f, (byte) 0x8b);
            case 0x78 -> true;
            case 'B' -> content.has(at, "BZh");
            case 0xfd -> content.has(at + 1, "7zXZ");
            case 0x7f -> content.has(at + 1, "ELF");
            default -> false;
        };
    }

    /** Whether a text there begins as an executable does, for what is stored as letters of Latin-1. */
    static boolean program(Content content, long at) {
        return content.has(at, "MZ") || content.has(at, "\u007fELF");
    }

    /** Whether text there can be one of those in base64 or hexadecimal. */
    static boolean encoded(Content content, long at) {
        return switch (content.u8(at)) {
            case 'g' ->
                content.has(at, "gAN")
                        || content.has(at, "gAR")
                        || content.has(at, "gAJ")
                        || content.has(at, "gAW")
                        || content.has(at, "gAS")
                        || content.has(at, "gAU")
                        || content.has(at, "gAI")
                        || content.has(at, "gAQ");
            case 'U' -> content.has(at, "UEsDB");
            case 'H' -> content.has(at, "H4sI");
            case 'e' -> content.has(at, "eJ") || content.has(at, "eN") || content.has(at, "eAE");
            case '8' -> content.has(at, "800");
            case '5' -> content.has(at, "504b0304");
            case 'f' -> content.has(at, "f0VMR");
            case 'Y', '6' -> content.has(at, "Y2") || content.has(at, "63");
            default -> false;
        };
    }

    /** What base64 or hexadecimal text stands for where that is loadable, or null. */
    static @Nullable MemorySegment decoded(MemorySegment text) {
        if (text.byteSize() < 8 || text.byteSize() > DECODED_MAX) {
            return null;
        }
        byte[] letters = text.toArray(ValueLayout.JAVA_BYTE);
        for (byte letter : letters) {
            if (!Character.isLetterOrDigit(letter) && "+/=-_\n\r".indexOf(letter) < 0) {
                return null;
            }
        }
        byte[] bytes = decode(new String(letters, java.nio.charset.StandardCharsets.ISO_8859_1));
        return bytes.length > 1 && loadable(Content.of("", bytes)) ? MemorySegment.ofArray(bytes) : null;
    }

    private static byte[] decode(String text) {
        try {
            if (text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit)) {
                return HexFormat.of().parseHex(text);
            }
            return text.indexOf('-') >= 0 || text.indexOf('_') >= 0
                    ? Base64.getUrlDecoder().decode(text)
                    : Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
