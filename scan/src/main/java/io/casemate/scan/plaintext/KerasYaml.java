package io.casemate.scan.plaintext;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of Keras in YAML, as {@code model.to_yaml()} wrote it before 2.6. A Lambda layer holds marshalled bytecode in base64,
 * which loading makes a function of and building the model calls.
 */
final class KerasYaml {
    private static final int READ_MAX = 4 << 20;
    private static final int FUNCTION_MAX = 256 << 10;
    private static final Pattern LAMBDA =
            Pattern.compile("(?m)^[ \\t-]*[\"']?class_name[\"']?[ \\t]*:[ \\t]*[\"']?Lambda[\"']?[ \\t]*(?:#.*)?$");
    private static final Pattern MODEL =
            Pattern.compile("(?m)^[ \\t-]*[\"']?(?:layers|keras_version|backend)[\"']?[ \\t]*:");
    private static final Pattern FOLDING = Pattern.compile("\\\\n|\\\\|\\s+");
    private static final Pattern BASE64 = Pattern.compile("[4Y][A-Za-z0-9+/]{20,}={0,2}");

    private KerasYaml() {}

    static void tell(Content content, Inspection inspection) {
        String text = content.text(0, (int) Math.min(content.size(), READ_MAX), StandardCharsets.ISO_8859_1);
        if (!text.contains("class_name") || !MODEL.matcher(text).find()) {
            return;
        }
        Matcher lambda = LAMBDA.matcher(text);
        while (lambda.find()) {
            inspection.step();
            inspection.found(
                    "plaintext/keras-lambda",
                    lambda.start(),
                    "a layer of Keras is a Lambda, whose function is code in this file");
            int end = Math.min(text.length(), lambda.end() + FUNCTION_MAX);
            int next = text.indexOf("class_name", lambda.end());
            function(text.substring(lambda.end(), next < 0 ? end : Math.min(end, next)), content, inspection);
        }
    }

    private static void function(String config, Content content, Inspection inspection) {
        Matcher code = BASE64.matcher(FOLDING.matcher(config).replaceAll(""));
        if (code.find()) {
            String whole = code.group().replace("=", "");
            String padded = whole.substring(0, whole.length() - (whole.length() % 4 == 1 ? 1 : 0));
            byte[] bytes = Base64.getDecoder().decode(padded);
            inspection.spend(bytes.length);
            inspection.nested(Content.of(content.name() + "!function", bytes), 0, 0);
        }
    }
}
