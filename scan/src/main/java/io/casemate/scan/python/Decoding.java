package io.casemate.scan.python;

import io.casemate.scan.call.Call;
import io.casemate.scan.call.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Remembers which values came out of decoding, unpacking or the network, whatever they are now. */
final class Decoding {
    private static final int DEPTH_MAX = 30;
    private static final Set<String> DECODERS = Set.of(
            "base64.b64decode",
            "base64.standard_b64decode",
            "base64.urlsafe_b64decode",
            "base64.b32decode",
            "base64.b16decode",
            "base64.b85decode",
            "base64.a85decode",
            "base64.decodebytes",
            "base64.decodestring",
            "binascii.unhexlify",
            "binascii.a2b_hex",
            "binascii.a2b_base64",
            "zlib.decompress",
            "gzip.decompress",
            "lzma.decompress",
            "bz2.decompress",
            "codecs.decode",
            "_codecs.decode",
            "builtins.bytes.fromhex",
            "builtins.bytearray.fromhex",
            "builtins.chr",
            "marshal.loads",
            "builtins.reversed",
            "cryptography.fernet.Fernet.decrypt",
            "pickle.loads");

    private final Set<Value> decoded = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The result of a call, marked where the function decodes or what it is given was decoded. */
    Value marked(Call call, Value result) {
        boolean decodes = call.function() instanceof Value.Global global && DECODERS.contains(global.qualified());
        if (!(result instanceof Value.Unknown) && (decodes || isDecoded(call))) {
            decoded.add(result);
        }
        return result;
    }

    void mark(Value value) {
        if (!(value instanceof Value.Unknown)) {
            decoded.add(value);
        }
    }

    /** Whether anything that a call is given, or made on, was decoded. */
    boolean isDecoded(Call call) {
        return isDecoded(call, 0);
    }

    private boolean isDecoded(Call call, int depth) {
        return call.arguments().stream().anyMatch(argument -> isDecoded(argument, depth + 1))
                || isDecoded(call.function(), depth + 1);
    }

    private boolean isDecoded(Value value, int depth) {
        if (depth > DEPTH_MAX) {
            return false;
        }
        if (decoded.contains(value)) {
            return true;
        }
        return switch (value) {
            case Value.Result(Call call) when call.arguments().size() < 8 -> isDecoded(call, depth + 1);
            case Value.Global global -> isMethodOfDecoded(global.qualified());
            case Value.Items items ->
                !items.items().isEmpty() && isDecoded(items.items().getFirst(), depth + 1);
            default -> false;
        };
    }

    /** {@code zlib.decompress(x).decode}: named by what made the object. */
    private static boolean isMethodOfDecoded(String qualified) {
        for (int end = qualified.lastIndexOf('.'); end > 0; end = qualified.lastIndexOf('.', end - 1)) {
            if (DECODERS.contains(qualified.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value, or what it was made of, is what a function of that kind gave. */
    static boolean comesFrom(Kind kind, Value value) {
        return comesFrom(kind, value, 0);
    }

    private static boolean comesFrom(Kind kind, Value value, int depth) {
        if (value instanceof Value.Global global) {
            return Kind.around(global.qualified()).filter(kind::equals).isPresent();
        }
        if (!(value instanceof Value.Result(Call call)) || depth > DEPTH_MAX) {
            return false;
        }
        return comesFrom(kind, call.function(), depth + 1)
                || call.arguments().stream().limit(4).anyMatch(argument -> comesFrom(kind, argument, depth + 1));
    }
}
