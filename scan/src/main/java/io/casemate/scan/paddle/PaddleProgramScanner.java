package io.casemate.scan.paddle;

import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonFields;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads programs of Paddle 3 ({@code inference.json}), whose operators are named by a number of their dialect and their type:
 * "1.conv2d". Source: paddle/fluid/pir/serialize_deserialize, schema.
 */
public final class PaddleProgramScanner implements FormatScanner {
    private static final Pattern OPERATOR = Pattern.compile("(-?\\d{1,3}|[a-z_]{1,32})\\.(\\w[\\w.]*)");
    /** Attributes and types of the built-in dialects bear a letter before their name. */
    private static final Pattern NO_OPERATOR = Pattern.compile("[at]_.*");

    private static final int KEEP_MAX = 512;

    @Override
    public String id() {
        return "paddle-program";
    }

    @Override
    public Recognition recognises(Content content) {
        return JsonFields.mentions(content, "\"base_code\"", "\"magic\"", "\"pir\"")
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Paddle");
        var json = new JsonTokens(content, 0, content.size(), KEEP_MAX, inspection);
        boolean named = false;
        try {
            for (Token token = json.next(); token != Token.END; token = json.next()) {
                if (named && token == Token.TEXT) {
                    operator(json.text(), json.offset(), inspection);
                }
                named = token == Token.NAME && json.text().equals("#");
            }
            inspection.read(0, end(content, json.position()));
        } catch (BrokenJson broken) {
            inspection.gap(broken.offset(), "it is no JSON from here on: " + broken.what());
        }
    }

    private static long end(Content content, long from) {
        long at = from;
        while (at < content.size() && " \t\r\n".indexOf(content.u8(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static void operator(String name, long at, Inspection inspection) {
        Matcher operator = OPERATOR.matcher(name);
        if (!operator.matches() || NO_OPERATOR.matcher(operator.group(2)).matches()) {
            return;
        }
        switch (operator.group(1)) {
            case "0", "builtin", "2", "cf", "4", "pd_dist" -> {} // constants, branches and loops, placement
            case "1", "pd_op" -> Operators.judge(operator.group(2), at, inspection);
            default -> Operators.custom(operator.group(2), at, inspection);
        }
    }
}
