package io.casemate.cli.arguments;

import java.util.Locale;

/** How a list or a single answer is printed. */
public enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
