package io.casemate.cli;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.BiFunction;

/** One run of the command line within this process, at a moment that stands still. */
record Run(int code, String out, String err) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    static Run casemate(Object... arguments) {
        return answering("", arguments);
    }

    /** Runs with the given lines on standard input. */
    static Run answering(String input, Object... arguments) {
        return by((terminal, texts) -> Main.commandLine(terminal).execute(texts), input, arguments);
    }

    /** Runs as the process does, which leaves out the parser where it can. */
    static Run asProcess(Object... arguments) {
        return by(Main::run, "", arguments);
    }

    private static Run by(BiFunction<Terminal, String[], Integer> line, String input, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                new BufferedReader(new StringReader(input)),
                CLOCK,
                Style.PLAIN,
                Terminal.COLUMNS_DEFAULT);
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = line.apply(terminal, texts);
        terminal.out().flush();
        terminal.err().flush();
        return new Run(code, out.toString(), err.toString());
    }

    /** The folder of the whole project. */
    static Path root() {
        return Path.of(System.getProperty("casemate.root", ".."));
    }
}
