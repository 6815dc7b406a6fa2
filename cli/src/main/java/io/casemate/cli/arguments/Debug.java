package io.casemate.cli.arguments;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --debug}, which every verb has and no help lists. */
final class Debug {
    static final String OPTION = "--debug";

    private Debug() {}

    static OptionSpec option() {
        return OptionSpec.builder(OPTION)
                .description("Show where a failure comes from.")
                .type(boolean.class)
                .hidden(true)
                .build();
    }

    /** Whether it was given to the verb or to one above it. */
    static boolean isOn(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .map(line -> line.getParseResult())
                .anyMatch(result -> !matched(result).isEmpty());
    }

    private static List<?> matched(ParseResult result) {
        return result.matchedOptions().stream()
                .filter(o -> o.longestName().equals(OPTION))
                .toList();
    }
}
