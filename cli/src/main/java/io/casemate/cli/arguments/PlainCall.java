package io.casemate.cli.arguments;

import io.casemate.cli.terminal.Terminal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A verb that is called with nothing but files. It needs no parser, whose start takes longer than all of a small scan: annotations
 * are read, and classes made for them, while the program runs.
 */
record PlainCall(Verb verb) {
    /**
     * The call that arguments are, where they are a verb that takes files and at least one file: no option, and no file of
     * arguments ("@list"), which the parser knows about.
     */
    static Optional<PlainCall> of(
            String[] arguments, Map<String, BiFunction<Terminal, List<Path>, Verb>> verbs, Terminal terminal) {
        BiFunction<Terminal, List<Path>, Verb> make = arguments.length < 2 ? null : verbs.get(arguments[0]);
        if (make == null) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].startsWith("-") || arguments[i].startsWith("@")) {
                return Optional.empty();
            }
            try {
                files.add(Path.of(arguments[i]));
            } catch (InvalidPathException e) {
                return Optional.empty(); // the parser words it
            }
        }
        return Optional.of(new PlainCall(make.apply(terminal, files)));
    }

    /** Runs it as the parser would. */
    int run(Failures failures) {
        try {
            return verb.run().number();
        } catch (RuntimeException e) {
            return failures.report(e, false);
        }
    }
}
