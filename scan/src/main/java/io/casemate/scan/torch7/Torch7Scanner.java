package io.casemate.scan.torch7;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads files of Torch7, {@code .t7}: what {@code torch.save} of Lua wrote, binary or as text (torch7, File.lua). */
public final class Torch7Scanner implements FormatScanner {
    private static final int HEAD = 64;
    private static final int ROOT_MIN = 3;
    private static final int ROOT_MAX = 8;
    private static final int BOOLEAN = 5;
    private static final int FUNCTION = 6;
    private static final Pattern ASCII_CLASS =
            Pattern.compile("4\\s+1\\s+\\d+\\s(V \\d+\\s+\\d+\\s+)?[a-z]\\w*\\.\\w+");
    private static final Pattern ASCII = Pattern.compile("(3\\s+1\\s+\\d+\\s+[1-8]\\s|[678]\\s+1\\s+\\d+\\s)");

    @Override
    public String id() {
        return "torch7";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.size() < 12) {
            return Recognition.NO;
        }
        if (isAscii(content)) {
            String head = content.text(0, (int) Math.min(HEAD, content.size()), StandardCharsets.ISO_8859_1);
            if (ASCII_CLASS.matcher(head).lookingAt()) {
                return Recognition.CERTAIN;
            }
            return ASCII.matcher(head).lookingAt() ? Recognition.POSSIBLE : Recognition.NO;
        }
        int tag = content.i32(0);
        if (tag < ROOT_MIN || tag > ROOT_MAX || tag == BOOLEAN) {
            return Recognition.NO;
        }
        if (tag >= FUNCTION && (LuaCode.isBytecode(content, 8) || LuaCode.isBytecode(content, 12))) {
            return Recognition.CERTAIN;
        }
        boolean first = content.i32(4) == 1 || tag == FUNCTION;
        boolean version = tag == 4 && content.has(12, "V ");
        if (first && version) {
            return Recognition.CERTAIN;
        }
        return first && content.i32(8) >= 0 && content.i32(8) <= content.size() ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Source source = isAscii(content) ? new AsciiSource(content, inspection) : new BinarySource(content);
        var objects = new Objects(content, source, inspection);
        String problem = "";
        try {
            objects.read();
        } catch (NoObject e) {
            problem = "%s (byte %d)".formatted(e.what(), e.offset());
        }
        boolean bytecode = LuaCode.isBytecode(content, 8) || LuaCode.isBytecode(content, 12);
        boolean whole = problem.isEmpty() && source.left() <= 1;
        if (!whole && !objects.certain() && !bytecode) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("framework", "Torch7");
        inspection.read(0, source.position());
        if (!problem.isEmpty()) {
            inspection.gap(source.position(), problem);
            if (bytecode && !objects.certain()) {
                inspection.found("torch7/code", 0, "a function of Lua stands in the file");
            }
        }
    }

    /** The number of the first object as a digit, and white space behind it. */
    private static boolean isAscii(Content content) {
        return content.u8(0) >= '3' && content.u8(0) <= '8' && (content.u8(1) == '\n' || content.u8(1) == ' ');
    }
}
