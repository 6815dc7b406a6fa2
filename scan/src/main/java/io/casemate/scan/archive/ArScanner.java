package io.casemate.scan.archive;

import io.casemate.scan.archive.member.Names;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;

/** Reads ar: static libraries and packages of Debian. Members of any name, each behind 60 characters (ar(5), GNU and BSD). */
public final class ArScanner implements FormatScanner {
    private static final String MAGIC = "!<arch>\n";
    private static final int HEAD_BYTES = 60;
    private static final int NAME_BYTES = 16;
    private static final int SIZE_AT = 48;
    private static final int SIZE_BYTES = 10;
    private static final int NAME_MAX = 4096;

    @Override
    public String id() {
        return "ar";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.has(0, MAGIC) || content.has(0, "!<thin>\n") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        if (!content.has(0, MAGIC)) {
            inspection.gap(0, "the members of a thin archive lie in other files");
            return;
        }
        inspection.read(0, MAGIC.length());
        long names = -1;
        long at = MAGIC.length();
        while (at + HEAD_BYTES <= content.size()) {
            inspection.step();
            long size = size(content, at);
            if (size < 0 || !content.has(at + HEAD_BYTES - 2, "`\n")) {
                inspection.gap(at, "the head of a member is broken");
                return;
            }
            String name =
                    content.text(at, NAME_BYTES, StandardCharsets.ISO_8859_1).stripTrailing();
            long body = at + HEAD_BYTES;
            if (size > content.size() - body) {
                inspection.gap(at, "member %s is cut off".formatted(Snippet.quoted(name)));
            }
            long length = Math.min(size, content.size() - body);
            inspection.read(at, HEAD_BYTES);
            if (name.equals("//")) {
                names = body;
            }
            member(content, name, names, body, length, inspection);
            at = body + size + size % 2;
            if (size % 2 == 1 && at <= content.size()) {
                inspection.read(at - 1, 1);
            }
        }
        if (at < content.size()) {
            inspection.gap(at, "the head of a member is cut off");
        }
    }

    /** Tables of symbols and of long names hold no contents; all else is routed. */
    private static void member(
            Content content, String name, long names, long body, long length, Inspection inspection) {
        if (name.equals("/") || name.equals("//") || name.equals("/SYM64/") || name.startsWith("__.SYMDEF")) {
            inspection.read(body, length);
            return;
        }
        long inName = 0;
        String whole = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (name.matches("#1/\\d{1,6}")) {
            inName = Math.min(Long.parseLong(name.substring(3)), length);
            whole = content.text(body, (int) Math.min(inName, NAME_MAX), StandardCharsets.ISO_8859_1)
                    .replace("\0", "");
            inspection.read(body, inName);
        } else if (name.matches("/\\d{1,15}") && names >= 0) {
            whole = longName(content, names + Long.parseLong(name.substring(1)));
        }
        if (Names.manner(whole) == Names.Manner.LEAVES) {
            inspection.found(
                    "ar/slip",
                    body - HEAD_BYTES,
                    "member %s would be unpacked outside its folder".formatted(Snippet.quoted(whole)));
        }
        if (length > inName) {
            inspection.nested(
                    content.slice(content.name() + "!" + whole, body + inName, length - inName),
                    body + inName,
                    length - inName);
        }
    }

    private static String longName(Content content, long from) {
        var name = new StringBuilder();
        for (long at = from; at < content.size() && name.length() < NAME_MAX; at++) {
            char c = (char) content.u8(at);
            if (c == '\n' || (c == '/' && at + 1 < content.size() && content.u8(at + 1) == '\n')) {
                break;
            }
            name.append(c);
        }
        return name.toString();
    }

    private static long size(Content content, long at) {
        String text = content.text(at + SIZE_AT, SIZE_BYTES, StandardCharsets.ISO_8859_1)
                .strip();
        return text.matches("\\d{1,10}") ? Long.parseLong(text) : -1;
    }
}
