package io.casemate.cli.arguments;

import io.casemate.cli.terminal.Terminal;
import io.casemate.core.json.JsonObject;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --format text|json} and {@code --output}. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Mixin
    private Output output = new Output();

    /** Says where nothing could be written, or where the answer would take the place of what this run reads. */
    public void check(List<Problem> problems, List<Path> inputs) {
        output.check(problems, inputs);
    }

    /** Gives the answer as the user wants it; only that form is made. */
    public void give(Terminal terminal, Supplier<String> text, Supplier<JsonObject> json) {
        output.give(
                switch (format) {
                    case TEXT -> text.get();
                    case JSON -> json.get().pretty();
                },
                terminal);
    }
}
