package io.casemate.scan.manifest;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.regex.Pattern;

/** One variable that an image sets for whatever runs in it: {@code NAME=value}. */
final class Environment {
    private static final Pattern SECRET = Pattern.compile("(?i)(?:.*_)?(?:PASSWORD|PASSWD|SECRET|SECRET_?KEY|TOKEN"
            + "|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?|WEBHOOK_?URL|CONNECTION_?STRING)");
    /** What stands for a secret without being one: a place of it, a reference, a word to be replaced, a switch. */
    private static final Pattern NONE =
            Pattern.compile("(?i)[/.~].*|.{0,5}|[$<{%].*|x+|\\*+|true|false|disabled|enabled|change.?me.*|your.*"
                    + "|password|postgres|secret|example.*|placeholder.*|dummy.*|not.?set");

    private Environment() {}

    static void tell(String variable, long offset, Inspection inspection) {
        int equals = variable.indexOf('=');
        if (equals < 0) {
            return;
        }
        String name = variable.substring(0, equals);
        String value = variable.substring(equals + 1).strip();
        if (SECRET.matcher(name).matches() && !NONE.matcher(value).matches()) {
            inspection.found(
                    "image-layout/secret-in-environment",
                    offset,
                    "the image sets the variable %s for all who have it".formatted(Snippet.quoted(name)));
        }
    }
}
