package io.casemate.scan.torch7;

import io.casemate.scan.spi.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function of Lua as a file keeps it: bytecode of Lua or LuaJIT, or source, as all of them are loaded. Bytecode keeps the
 * names that it uses as they are, so that both can be searched for the same words.
 */
final class LuaCode {
    private static final int JUDGED_MAX = 1 << 20;

    /** Names that together reach a command, a library or memory. */
    private record Reach(Pattern library, Pattern function, String words) {
        static Reach of(String library, String function, String words) {
            return new Reach(word(library), word(function), words);
        }

        private static Pattern word(String alternatives) {
            return Pattern.compile("(?<![A-Za-z0-9_])(?:" + alternatives + ")(?![A-Za-z0-9_])");
        }
    }

    private static final List<Reach> REACHES = List.of(
            Reach.of("os", "execute", "os.execute"),
            Reach.of("io", "popen", "io.popen"),
            Reach.of("package", "loadlib", "package.loadlib"),
            Reach.of("torch", "PipeFile", "torch.PipeFile"),
            Reach.of("ffi", "cdef|load|C", "the foreign functions of ffi"),
            Reach.of("os", "remove|rename", "os.remove"),
            Reach.of("loadstring|dofile|loadfile", "loadstring|dofile|loadfile", "code that it loads"));

    private LuaCode() {}

    /** Whether bytecode begins here. */
    static boolean isBytecode(Content content, long offset) {
        return content.has(offset, "\033Lua") || content.has(offset, "\033LJ");
    }

    /** What these bytes reach that no model needs, in words. */
    static Optional<String> reach(Content content, long offset, long length) {
        String text = content.text(offset, (int) Math.min(length, JUDGED_MAX), StandardCharsets.ISO_8859_1);
        return REACHES.stream()
                .filter(reach -> reach.library().matcher(text).find()
                        && reach.function().matcher(text).find())
                .map(Reach::words)
                .findFirst();
    }
}
