package io.casemate.cli.arguments;

import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes words and an exit code. A stack trace is shown with {@code --debug} only. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Terminal terminal;

    public Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Wrong arguments. */
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine verb = e.getCommandLine();
        String name = verb.getCommandSpec().qualifiedName();
        if (arguments.length == 0) {
            verb.usage(terminal.err());
            return ExitCode.UNUSABLE.number();
        }
        terminal.err().printf("%s: %s%n", name, sentence(e));
        terminal.err().printf("See '%s --help'.%n", name);
        return ExitCode.UNUSABLE.number();
    }

    /** A broken input, the world, or a mistake of ours. */
    @Override
    public int handleExecutionException(Exception e, CommandLine verb, ParseResult parsed) {
        return report(e, Debug.isOn(parsed));
    }

    /** Says what went wrong. */
    public int report(Throwable failure, boolean debug) {
        PrintWriter err = terminal.err();
        terminal.out().flush();
        switch (failure) {
            case InvalidInputException invalid -> invalid.problems().forEach(err::println);
            case UncheckedIOException io -> err.println(Refusal.words(io));
            case IOException io -> err.println(Refusal.words(new UncheckedIOException(io)));
            case InvalidPathException path ->
                err.printf("'%s' is no path on this machine: %s%n", path.getInput(), path.getReason());
            case OutOfMemoryError memory ->
                err.println("out of memory; give more with CASEMATE_JAVA_OPTS=-Xmx2g, or a smaller model");
            default ->
                err.printf(
                        "this is a mistake in Casemate, not in your files: %s%s%n",
                        failure, debug ? "" : "; see where with --debug, and please report it");
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.UNUSABLE.number();
    }

    private static String sentence(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing ->
                "needs "
                        + missing.getMissing().stream().map(Failures::described).collect(Collectors.joining(", "));
            case ParameterException p
            when p.getArgSpec() != null && p.getArgSpec().type().isEnum() -> notOneOf(p);
            case ParameterException p when p.getCause() instanceof TypeConversionException -> misfit(p);
            case ParameterException p
            when String.valueOf(p.getMessage()).startsWith("Missing required sub") ->
                "needs a verb: "
                        + String.join(", ", p.getCommandLine().getSubcommands().keySet());
            case ParameterException other -> {
                String message = String.valueOf(other.getMessage());
                yield Character.toLowerCase(message.charAt(0)) + message.substring(1);
            }
        };
    }

    private static String described(ArgSpec argument) {
        String name = argument instanceof OptionSpec option ? option.longestName() + " " : "";
        String description = argument.description().length == 0 ? "" : argument.description()[0];
        return "%s%s (%s)".formatted(name, argument.paramLabel(), description.replaceFirst("\\.$", ""));
    }

    private static String notOneOf(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        List<String> known = Arrays.stream(argument.type().getEnumConstants())
                .map(Object::toString)
                .toList();
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return "%s: unknown '%s'; %s".formatted(name, e.getValue(), Spelling.remedy(e.getValue(), known, ""));
    }

    /** A value of another type. In a locale without UTF-8 Java cannot name every file. */
    private static String misfit(ParameterException e) {
        String name = e.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : e.getArgSpec().paramLabel();
        return e.getArgSpec().type().equals(Path.class)
                ? "%s: '%s' is no path in this locale; try with LC_ALL=C.UTF-8".formatted(name, e.getValue())
                : "%s: '%s' is %s".formatted(name, e.getValue(), number(e.getValue()));
    }

    private static String number(String value) {
        return value.matches("[+-]?[0-9]+") ? "out of range" : "no whole number";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandSpec verb = e.getCommandLine().getCommandSpec();
        String wrong = e.getUnmatched().getFirst();
        if (wrong.startsWith("-")) {
            List<String> options = verb.options().stream()
                    .filter(o -> !o.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            return suggest("unknown option", wrong.replaceFirst("=.*", ""), options);
        }
        List<String> verbs = List.copyOf(verb.subcommands().keySet());
        if (wrong.equals("help") && !verbs.isEmpty()) {
            return "unknown verb 'help'; did you mean '--help'?";
        }
        return verbs.isEmpty()
                ? "does not know what to do with '%s'".formatted(wrong)
                : suggest("unknown verb", wrong, verbs);
    }

    private static String suggest(String what, String wrong, List<String> known) {
        return Spelling.nearest(wrong, known)
                .map(near -> "%s '%s'; did you mean '%s'?".formatted(what, wrong, near))
                .orElse("%s '%s'".formatted(what, wrong));
    }
}
