package io.casemate.scan.pickle;

import io.casemate.scan.spi.Content;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells by the first bytes whether a constant is something that can be loaded. */
final class Heads {
    private static final int DECODED_MAX = 1 << 20;

    private Heads() {}

    /** Whether these are a pickle, an archive, marshalled code or an executable. */
    static boolean loadable(Content content) {
        if (content.size() < 4) {
            return Skim.recognises(content) == io.casemate.scan.spi.Recognition.CERTAIN;
        }
        return switch (content.u8(0)) {
            case 'P' -> content.has(0, "PK\3\4");
            case 0x1f -> content.has(0, (byte) 0x1f, (byte) 0x8b);
            case 'B' -> content.has(0, "BZh");
            case 0xfd -> content.has(1, "7zXZ");
            case 0x28 -> content.has(0, (byte) 0x28, (byte) 0xb5, (byte) 0x2f, (byte) 0xfd) || pickle(content);
            case 0x7f -> content.has(1, "ELF");
            // marshalled code object: flag for references, then the number of arguments
            case 0xe3 -> content.u8(3) == 0 && content.u8(4) == 0;
            case 0x78 -> content.size() > 8 && (content.u8(0) << 8 | content.u8(1)) % 31 == 0;
            default -> pickle(content);
        };
    }

    private static boolean pickle(Content content) {
        return Skim.recognises(content) != io.casemate.scan.spi.Recognition.NO;
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
