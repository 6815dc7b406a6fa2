package io.casemate.cli.attest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A control at a part of the system, written {@code control@target}. */
record ControlAt(String control, String target) {
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9_-]+)@([A-Za-z0-9_-]+)");

    static Optional<ControlAt> of(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() ? Optional.of(new ControlAt(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return control + "@" + target;
    }
}
