package io.casemate.scan.template;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads Jinja templates that stand alone, such as {@code chat_template.jinja}. */
public final class TemplateScanner implements FormatScanner {
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*\"|\\[\\s*\"|\\[\\s*\\{\\s*\")");
    /** Texts for people, which no loader renders: a template in one is an example. */
    private static final Pattern DOCUMENTATION = Pattern.compile("(?i)\\.(md|markdown|rst|adoc)$");

    private static final int LOOK = 64 << 10;
    private static final int BYTES_MAX = 4 << 20;

    @Override
    public String id() {
        return "template";
    }

    @Override
    public Recognition recognises(Content content) {
        if (!content.mayBeText() || content.size() > BYTES_MAX) {
            return Recognition.NO;
        }
        String head = content.text(0, (int) Math.min(content.size(), LOOK), StandardCharsets.ISO_8859_1);
        if (DOCUMENTATION.matcher(content.simpleName()).find()) {
            return Recognition.NO;
        }
        boolean marks = (head.contains("{%") && head.contains("%}")) || (head.contains("{{") && head.contains("}}"));
        return marks && head.indexOf('\0') < 0 ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        String template;
        try {
            template = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content.copy(0, (int) content.size())))
                    .toString();
        } catch (CharacterCodingException e) {
            inspection.reject();
            return;
        }
        boolean named = isNamed(content.simpleName());
        TemplateParser.Parsed parsed = TemplateParser.parse(template, inspection);
        int findings = TemplateCheck.tell(parsed, 0, inspection);
        boolean wellFormed = parsed.whole()
                && hasStatement(parsed.root())
                && !JSON.matcher(template).lookingAt();
        if (!named && !wellFormed && findings == 0) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.read(0, content.size());
        if (!parsed.whole()) {
            inspection.found(
                    "template/unreadable",
                    0,
                    "the template has %s at character %d".formatted(parsed.failure(), parsed.failureOffset()));
        }
    }

    private static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jinja") || lower.endsWith(".jinja2") || lower.endsWith(".j2");
    }

    private static boolean hasStatement(Statement root) {
        return root.body.stream().anyMatch(statement -> !statement.kind.equals("output"));
    }
}
