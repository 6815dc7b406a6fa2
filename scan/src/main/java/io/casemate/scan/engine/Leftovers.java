package io.casemate.scan.engine;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Bytes of a content that nobody understood: filling, a file of its own, or a gap. */
record Leftovers(FileReading file, List<FormatScanner> scanners) {
    /** Spans that nobody understood, looked into one by one; the rest is named as one gap. */
    private static final int LEFTOVERS_MAX = 16;

    private static final int HEAD_BYTES = 256;

    /** A tail or filling so short is no hiding place. */
    private static final int TRIVIAL_BYTES = 3;

    /** Looks into what nobody understood. Returns how many bytes stay so. */
    long read(Content content, List<Spans.Span> spans, Spans inner, int depth) {
        long lost = 0;
        int told = 0;
        long more = 0;
        for (Spans.Span span : spans) {
            if (span.length() <= TRIVIAL_BYTES || isFilling(content, span)) {
                continue;
            }
            if (told == LEFTOVERS_MAX) {
                lost += span.length();
                more++;
                continue;
            }
            told++;
            lost += span.length() - leftover(content, span, inner, depth);
        }
        if (more > 0) {
            file.gap(content, -1, "%,d more places were not understood".formatted(more));
        }
        return lost;
    }

    private long leftover(Content content, Spans.Span span, Spans inner, int depth) {
        Content slice = content.slice(span.offset(), span.length());
        boolean hidden = false;
        for (FormatScanner scanner : scanners) {
            hidden |= FileReading.recognition(scanner, slice) == Recognition.CERTAIN;
        }
        if (!hidden && isProgramText(slice)) {
            file.found(
                    content,
                    "content/appended",
                    span.offset(),
                    "%,d bytes between or after the format's own are the text of a program".formatted(span.length()));
        }
        if (!hidden || span.length() == content.size()) {
            file.gap(
                    content,
                    span.offset(),
                    "%,d bytes are not understood (%s)".formatted(span.length(), beginning(slice)));
            return 0;
        }
        file.found(
                content,
                "content/appended",
                span.offset(),
                "%,d bytes between or after the format's own are a file of their own".formatted(span.length()));
        inner.add(span.offset(), span.length());
        return file.route(
                content.slice(content.name() + "!at-" + span.offset(), span.offset(), span.length()), depth + 1);
    }

    /** Whether a web server or a shell would run it: pages of PHP, ASP, JSP, and scripts. */
    private static boolean isProgramText(Content slice) {
        String head = slice.text(0, (int) Math.min(HEAD_BYTES, slice.size()), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<?php")
                || head.startsWith("<?=")
                || head.startsWith("<%")
                || head.startsWith("<script")
                || head.startsWith("#!/");
    }

    /** Whether these bytes are all the same, zero or blank: what writers fill up with. */
    private boolean isFilling(Content content, Spans.Span span) {
        int first = content.u8(span.offset());
        if (first != 0 && first != ' ' && first != '\n' && first != 0xff) {
            return false;
        }
        for (long at = span.offset(); at < span.end(); at++) {
            if (content.u8(at) != first) {
                return false;
            }
            if ((at & 0xfffff) == 0) {
                file.budget().checkDeadline();
            }
        }
        return true;
    }

    /** The first bytes in words, for people who know formats. */
    static String beginning(Content content) {
        var words = new StringBuilder("it begins with");
        for (long at = 0; at < Math.min(8, content.size()); at++) {
            words.append(" %02x".formatted(content.u8(at)));
        }
        return words.toString();
    }
}
