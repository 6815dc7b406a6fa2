package io.casemate.scan.plaintext;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How text is encoded, found out by reading all of it through a small window. */
enum Encoding {
    UTF_8,
    UTF_16,
    /** One of the old encodings with one or two bytes a character: Latin-1, Windows-1252, Shift-JIS. */
    EIGHT_BIT;

    private static final int CHUNK = 64 << 10;
    private static final int SHORT = 64;
    private static final int EASTERN_MIN = 8;
    private static final List<String> EASTERN = List.of("Shift_JIS", "EUC-JP", "GB2312", "Big5", "EUC-KR");

    /** The encoding, or nothing where the content is no text. */
    static Optional<Encoding> of(Content content, Inspection inspection) {
        if (content.has(0, (byte) 0xff, (byte) 0xfe) || content.has(0, (byte) 0xfe, (byte) 0xff)) {
            return isUtf16(content, inspection) ? Optional.of(UTF_16) : Optional.empty();
        }
        long controls = controls(content, inspection);
        if (controls < 0) {
            return Optional.empty();
        }
        if (controls <= content.size() / 100 && isUtf8(content, inspection)) {
            return Optional.of(UTF_8);
        }
        return controls == 0 && (content.size() >= SHORT || mostlyAscii(content) || isEastern(content))
                ? Optional.of(EIGHT_BIT)
                : Optional.empty();
    }

    /** Whether the beginning could be text of any kind. */
    static boolean plausible(Content content) {
        return content.has(0, (byte) 0xff, (byte) 0xfe)
                || content.has(0, (byte) 0xfe, (byte) 0xff)
                || controls(content.slice(0, Math.min(content.size(), 512)), null) >= 0;
    }

    /** Control characters that text has no use for; -1 where one is zero, which no text has. */
    private static long controls(Content content, @Nullable Inspection inspection) {
        long controls = 0;
        byte[] chunk = new byte[(int) Math.min(CHUNK, content.size())];
        for (long at = 0; at < content.size(); at += chunk.length) {
            if (inspection != null) {
                inspection.step();
            }
            int length = (int) Math.min(chunk.length, content.size() - at);
            content.copy(at, chunk, length);
            for (int i = 0; i < length; i++) {
                byte b = chunk[i];
                if (b == 0) {
                    return -1;
                }
                if ((b > 0 && b < 0x20 && (b < 8 || b > 13) && b != 0x1b) || b == 0x7f) {
                    controls++;
                }
            }
        }
        return controls;
    }

    private static boolean isUtf8(Content content, Inspection inspection) {
        return decodes(content, StandardCharsets.UTF_8.newDecoder(), inspection);
    }

    private static boolean isUtf16(Content content, Inspection inspection) {
        return content.size() % 2 == 0 && decodes(content, StandardCharsets.UTF_16.newDecoder(), inspection);
    }

    private static boolean decodes(Content content, CharsetDecoder decoder, Inspection inspection) {
        ByteBuffer in = ByteBuffer.allocate(CHUNK);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        long at = 0;
        boolean last;
        do {
            inspection.step();
            int length = (int) Math.min(in.remaining(), content.size() - at);
            MemorySegment.copy(content.bytes(), ValueLayout.JAVA_BYTE, at, in.array(), in.position(), length);
            in.position(in.position() + length).flip();
            at += length;
            last = at == content.size();
            CoderResult result = decoder.decode(in, out.clear(), last);
            if (result.isError() || (last && in.hasRemaining())) {
                return false;
            }
            in.compact();
        } while (!last);
        return true;
    }

    /**
     * Whether a short content is text of an East Asian encoding. Half of all pairs of high bytes are characters of one of them
     * by chance, so it takes several, and all of them usual ones: kana, and the first rows of ideograms.
     */
    private static boolean isEastern(Content content) {
        if (content.size() < EASTERN_MIN || content.size() >= SHORT) {
            return false;
        }
        byte[] bytes = content.copy(0, (int) content.size());
        for (String name : EASTERN) {
            try {
                String text = Charset.forName(name)
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (text.codePoints().allMatch(Encoding::usual)) {
                    return true;
                }
            } catch (CharacterCodingException otherEncoding) {
                // the next one may fit
            }
        }
        return false;
    }

    private static boolean usual(int point) {
        return (point >= ' ' && point < 0x7f)
                || Character.isWhitespace(point)
                || (point >= 0x3000 && point < 0x3100)
                || (point >= 0x4e00 && point < 0xa000)
                || (point >= 0xac00 && point < 0xd7a4)
                || (point >= 0xff00 && point < 0xff61);
    }

    private static boolean mostlyAscii(Content content) {
        long high = 0;
        for (long i = 0; i < content.size(); i++) {
            high += content.u8(i) >>> 7;
        }
        return high * 4 <= content.size();
    }
}
