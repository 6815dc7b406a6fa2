package io.casemate.scan.opaque;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what the head of a model for processors of Rockchip says; the rest is compiled, in a format that is not published. */
public final class RknnScanner implements FormatScanner {
    private static final int VERSION_AT = 8;
    private static final int LENGTH_AT = 16;
    /** Where the compiled part begins, by version. */
    private static final int[] HEADS = {24, 64};

    private static final long VERSION_MAX = 0xffff;
    private static final int DESCRIPTION_MAX = 1 << 20;
    private static final Pattern TOOL = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]{1,80})\"");
    private static final Pattern PLATFORM = Pattern.compile("\"target_platform\"\\s*:\\s*\\[?\\s*\"([^\"]{1,80})\"");

    @Override
    public String id() {
        return "rknn";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() > LENGTH_AT && content.has(0, "RKNN") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "RKNN");
        long version = content.i64(VERSION_AT);
        if (version > 0 && version <= VERSION_MAX) {
            inspection.fact("format version", Long.toString(version));
        }
        description(content).ifPresent(text -> {
            fact("toolkit", TOOL.matcher(text), inspection);
            fact("platform", PLATFORM.matcher(text), inspection);
        });
        inspection.found("rknn/compiled", 0, "the model is compiled for a processor of Rockchip");
        inspection.gap(0, "the compiled part of an RKNN model was not judged");
    }

    /** The JSON behind the compiled part, as far as it is where it should be. */
    private static Optional<String> description(Content content) {
        long length = content.size() < LENGTH_AT + 8 ? -1 : content.i64(LENGTH_AT);
        for (int head : HEADS) {
            long at = head + length;
            if (length < 0 || at < head || at > content.size() - 9) {
                continue;
            }
            long bytes = content.i64(at);
            if (bytes > 0 && bytes <= content.size() - at - 8 && content.u8(at + 8) == '{') {
                return Optional.of(content.text(at + 8, (int) Math.min(bytes, DESCRIPTION_MAX)));
            }
        }
        return Optional.empty();
    }

    private static void fact(String name, Matcher matcher, Inspection inspection) {
        if (matcher.find()) {
            inspection.fact(name, Snippet.shown(matcher.group(1)));
        }
    }
}
