package io.casemate.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The terminal that this process was started on. UTF-8 always: JSON is, and the locale of a container often says nothing. */
public final class SystemTerminal {
    private static final int COLUMNS_MIN = 60;
    private static final int COLUMNS_MAX = 120;

    private final StandardOutput out = new StandardOutput(FileDescriptor.out);
    private final Terminal terminal;

    public SystemTerminal() {
        boolean interactive = isInteractive();
        terminal = new Terminal(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(new StandardOutput(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                Clock.systemUTC(),
                interactive && wantsColour(System.getenv()) ? Style.COLOURED : Style.PLAIN,
                columns(System.getenv(), interactive));
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Hands everything printed to the operating system; says why where it took it not. */
    public Optional<String> flush() {
        terminal.out().flush();
        terminal.err().flush();
        return out.failure();
    }

    private static boolean isInteractive() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** As https://no-color.org asks. */
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    static int columns(Map<String, String> environment, boolean interactive) {
        String stated = environment.getOrDefault("COLUMNS", "");
        String columns = stated.matches("[0-9]{1,4}") || !interactive ? stated : columnsOfDevice();
        return columns.matches("[1-9][0-9]{0,3}")
                ? Math.clamp(Integer.parseInt(columns), COLUMNS_MIN, COLUMNS_MAX)
                : Terminal.COLUMNS_DEFAULT;
    }

    /** What POSIX stty says of the terminal: rows and columns. */
    private static String columnsOfDevice() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.substring(size.indexOf(' ') + 1);
        } catch (IOException noSuchProgram) {
            return "";
        }
    }
}
