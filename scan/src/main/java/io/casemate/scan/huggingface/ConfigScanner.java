package io.casemate.scan.huggingface;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON configurations of transformers, diffusers, sentence-transformers, PEFT and hydra: those that carry a key by which
 * these libraries find code, classes or templates. Other JSON is not its business.
 */
public final class ConfigScanner implements FormatScanner {
    private static final JsonLimits LIMITS = new JsonLimits(8 << 20, 150, 500_000);
    private static final int LOOK = 8 << 20;
    private static final Pattern KEY =
            Pattern.compile("\"(auto_map|trust_remote_code|custom_pipelines?|chat_template|_class_name"
                    + "|_target_|auto_mapping|architectures|model_type|tokenizer_class|peft_type|processor_class)\"\\s*:"
                    + "|\"type\"\\s*:\\s*\"[\\w.]+\\.[\\w.]+\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u00([2-7][0-9a-fA-F])");

    @Override
    public String id() {
        return "huggingface";
    }

    @Override
    public Recognition recognises(Content content) {
        char first = first(content);
        if (first != '{' && first != '[') {
            return Recognition.NO;
        }
        String text = content.text(0, (int) Math.min(content.size(), LOOK), StandardCharsets.ISO_8859_1);
        String plain = text.contains("\\u00") ? unescaped(text) : text;
        return KEY.matcher(plain).find() && isJson(text) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        if (content.size() > LIMITS.bytesMax()) {
            inspection.gap(0, "a configuration of %d bytes, too long to parse".formatted(content.size()));
            return;
        }
        inspection.spend(3 * content.size());
        Json json;
        try {
            json = JsonReader.read("configuration", content.copy(0, (int) content.size()), LIMITS);
        } catch (InvalidInputException e) {
            inspection.gap(
                    0,
                    "a configuration that cannot be parsed: %s"
                            .formatted(Snippet.shown(String.valueOf(e.getMessage()))));
            return;
        }
        inspection.read(0, content.size());
        new ConfigCheck(content, inspection).check(json);
    }

    /** The first character that is no blank and no byte order mark; blank where there is none among the first 64. */
    private static char first(Content content) {
        for (int i = 0; i < Math.min(content.size(), 64); i++) {
            int c = content.u8(i);
            if (c > ' ' && c != 0xEF && c != 0xBB && c != 0xBF) {
                return (char) c;
            }
        }
        return ' ';
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** A cheap look whether a brace is followed by what JSON has there. */
    private static boolean isJson(String text) {
        String start = text.stripLeading();
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                return true;
            }
            if ("{[ \t\r\n\u00ef\u00bb\u00bf".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
