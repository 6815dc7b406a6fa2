package io.casemate.scan.bytecode;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Python's functions and methods that make text of text and bytes of bytes, as far as code is hidden by them. */
final class Texts {
    private Texts() {}

    /** What a function makes of its arguments; {@link Value#UNKNOWN} where that is not known. */
    static Value function(String name, List<Value> arguments) {
        Value first = arguments.get(0);
        return switch (name) {
            case "builtins.str" ->
                arguments.size() == 1 && first instanceof Value.Text ? first : decoded(first, "utf-8");
            case "builtins.chr" ->
                first instanceof Value.Whole(long point) && point >= 0 && point <= Character.MAX_CODE_POINT
                        ? Value.text(Character.toString((int) point))
                        : Value.UNKNOWN;
            case "builtins.bytes", "builtins.bytearray" -> bytesOf(arguments);
            case "builtins.bytes.fromhex", "builtins.bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex" ->
                hex(text(first));
            case "builtins.reversed" -> reversed(first);
            case "base64.b64decode",
                    "base64.standard_b64decode",
                    "base64.urlsafe_b64decode",
                    "base64.decodebytes",
                    "binascii.a2b_base64" -> base64(text(first));
            case "base64.b16decode" -> hex(text(first));
            case "zlib.decompress", "gzip.decompress" -> inflated(first);
            case "codecs.decode", "_codecs.decode", "codecs.encode", "_codecs.encode" ->
                arguments.size() > 1 && arguments.get(1) instanceof Value.Text(String codec)
                        ? coded(first, codec, name.endsWith("encode"))
                        : Value.UNKNOWN;
            default -> Value.UNKNOWN;
        };
    }

    /** What a method of a value gives; {@link Value#UNKNOWN} where that is not known. */
    static Value method(Value self, String name, List<Value> arguments) {
        if (self instanceof Value.Bytes) {
            return switch (name) {
                case "decode" -> decoded(self, arguments.isEmpty() ? "utf-8" : text(arguments.get(0)));
                case "fromhex" -> arguments.isEmpty() ? Value.UNKNOWN : hex(text(arguments.get(0)));
                case "join" -> Value.UNKNOWN;
                default -> Value.UNKNOWN;
            };
        }
        if (!(self instanceof Value.Text(String text))) {
            return Value.UNKNOWN;
        }
        return switch (name) {
            case "join" -> arguments.size() == 1 ? joined(text, arguments.get(0)) : Value.UNKNOWN;
            case "encode" -> value(text.getBytes(StandardCharsets.UTF_8));
            case "lower", "casefold" -> Value.text(text.toLowerCase(Locale.ROOT));
            case "upper" -> Value.text(text.toUpperCase(Locale.ROOT));
            case "strip" -> arguments.isEmpty() ? Value.text(text.strip()) : Value.UNKNOWN;
            case "replace" ->
                arguments.size() >= 2
                                && arguments.get(0) instanceof Value.Text(String a)
                                && arguments.get(1) instanceof Value.Text(String b)
                                && (long) text.length() * Math.max(1, b.length()) <= Folding.TEXT_MAX
                        ? Value.text(text.replace(a, b))
                        : Value.UNKNOWN;
            default -> Value.UNKNOWN;
        };
    }

    /** {@code text[::-1]} */
    static Value reversed(Value value) {
        if (value instanceof Value.Text(String text)) {
            return Value.text(new StringBuilder(text).reverse().toString());
        }
        if (value instanceof Value.Bytes && bytes(value).length > 0) {
            byte[] bytes = bytes(value);
            byte[] back = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                back[i] = bytes[bytes.length - 1 - i];
            }
            return value(back);
        }
        return Value.UNKNOWN;
    }

    private static Value joined(String between, Value items) {
        if (items instanceof Value.Text(String text)) {
            return between.isEmpty() ? Value.text(text) : Value.UNKNOWN;
        }
        if (!(items instanceof Value.Items list) || !list.complete()) {
            return Value.UNKNOWN;
        }
        var sum = new StringBuilder();
        for (Value item : list.items()) {
            if (!(item instanceof Value.Text(String text)) || sum.length() + text.length() > Folding.TEXT_MAX) {
                return Value.UNKNOWN;
            }
            sum.append(sum.isEmpty() ? "" : between).append(text);
        }
        return Value.text(sum.toString());
    }

    private static Value bytesOf(List<Value> arguments) {
        Value first = arguments.get(0);
        if (first instanceof Value.Bytes) {
            return first;
        }
        if (first instanceof Value.Text(String text)) {
            return value(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!(first instanceof Value.Items items)
                || !items.complete()
                || items.items().size() > Folding.TEXT_MAX) {
            return Value.UNKNOWN;
        }
        byte[] bytes = new byte[items.items().size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(items.items().get(i) instanceof Value.Whole(long number))) {
                return Value.UNKNOWN;
            }
            bytes[i] = (byte) number;
        }
        return value(bytes);
    }

    private static Value coded(Value value, String codec, boolean encode) {
        String name = codec.toLowerCase(Locale.ROOT).replace('-', '_');
        return switch (name) {
            case "rot13", "rot_13" ->
                value instanceof Value.Text(String text) ? Value.text(rot13(text)) : Value.UNKNOWN;
            case "hex", "hex_codec" -> encode ? Value.UNKNOWN : hex(text(value));
            case "base64", "base64_codec" -> encode ? Value.UNKNOWN : base64(text(value));
            case "zlib", "zlib_codec", "zip" -> encode ? Value.UNKNOWN : inflated(value);
            default ->
                encode
                        ? value instanceof Value.Text(String text)
                                ? value(text.getBytes(
                                        name.startsWith("latin")
                                                ? StandardCharsets.ISO_8859_1
                                                : StandardCharsets.UTF_8))
                                : Value.UNKNOWN
                        : decoded(value, codec);
        };
    }

    private static Value decoded(Value value, String codec) {
        if (!(value instanceof Value.Bytes)) {
            return Value.UNKNOWN;
        }
        String name = codec.toLowerCase(Locale.ROOT);
        if (name.contains("rot")) {
            return Value.text(rot13(new String(bytes(value), StandardCharsets.UTF_8)));
        }
        return Value.text(new String(
                bytes(value), name.startsWith("latin") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private static String rot13(String text) {
        return text.codePoints()
                .map(c -> c >= 'a' && c <= 'z'
                        ? (c - 'a' + 13) % 26 + 'a'
                        : c >= 'A' && c <= 'Z' ? (c - 'A' + 13) % 26 + 'A' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Value hex(String digits) {
        String packed = digits.replace(" ", "");
        try {
            return packed.isEmpty() ? Value.UNKNOWN : value(HexFormat.of().parseHex(packed));
        } catch (IllegalArgumentException e) {
            return Value.UNKNOWN;
        }
    }

    private static Value base64(String text) {
        String standard = text.replace('-', '+').replace('_', '/');
        try {
            return text.isEmpty()
                    ? Value.UNKNOWN
                    : value(Base64.getMimeDecoder().decode(standard));
        } catch (IllegalArgumentException e) {
            return Value.UNKNOWN;
        }
    }

    private static Value inflated(Value value) {
        byte[] packed = bytes(value);
        boolean gzip = packed.length > 18 && packed[0] == 0x1f && (packed[1] & 0xff) == 0x8b && packed[3] == 0;
        try (var inflater = new Inflater(gzip)) {
            inflater.setInput(gzip ? Arrays.copyOfRange(packed, 10, packed.length) : packed);
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            while (!inflater.finished() && out.size() < Folding.TEXT_MAX) {
                int n = inflater.inflate(buffer);
                if (n == 0) {
                    return Value.UNKNOWN;
                }
                out.write(buffer, 0, n);
            }
            return value(out.toByteArray());
        } catch (DataFormatException e) {
            return Value.UNKNOWN;
        }
    }

    /** The bytes of bytes; none where they are too many, cut, or no bytes. */
    static byte[] bytes(Value value) {
        return value instanceof Value.Bytes bytes
                        && bytes.complete()
                        && bytes.bytes().byteSize() <= Folding.TEXT_MAX
                ? bytes.bytes().toArray(ValueLayout.JAVA_BYTE)
                : new byte[0];
    }

    static Value.Bytes value(byte[] bytes) {
        return new Value.Bytes(MemorySegment.ofArray(bytes), true);
    }

    /** A text, or bytes as Latin-1; "" for anything else. */
    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : new String(bytes(value), StandardCharsets.ISO_8859_1);
    }

    /** Bytes that are given as they are or as the text of {@code _codecs.encode(text, 'latin1')}; none for anything else. */
    static byte[] binary(Value value) {
        if (value instanceof Value.Result(Call call)
                && call.function() instanceof Value.Global function
                && function.qualified().equals("_codecs.encode")
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Value.Text(String text)) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        return bytes(value);
    }
}
