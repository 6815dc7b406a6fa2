package io.casemate.cli.arguments;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The program with its verbs, put together so that all of them fail, help and look the same way. */
public final class VerbTree {
    private final Object program;
    private final Map<String, Map<String, Function<Terminal, Object>>> groups = new LinkedHashMap<>();
    private final Map<String, BiFunction<Terminal, List<Path>, Verb>> plain = new HashMap<>();

    public VerbTree(Object program) {
        this.program = program;
    }

    /** Adds a verb under a heading of the help. */
    public VerbTree verb(String heading, String name, Function<Terminal, Object> make) {
        groups.computeIfAbsent(heading, _ -> new LinkedHashMap<>()).put(name, make);
        return this;
    }

    /** Says how a verb is made that was called with files and no option. */
    public VerbTree plain(String name, BiFunction<Terminal, List<Path>, Verb> make) {
        plain.put(name, make);
        return this;
    }

    /**
     * Runs what the arguments say, as soon as can be.
     *
     * @param only the verb that is asked for, as for {@link #on(Terminal, String)}
     * @return the exit code
     */
    public int run(Terminal terminal, String only, String... arguments) {
        return PlainCall.of(arguments, plain, terminal)
                .map(call -> call.run(new Failures(terminal)))
                .orElseGet(() -> on(terminal, only).execute(arguments));
    }

    /** The command line with every verb, ready to run. */
    public CommandLine on(Terminal terminal) {
        return on(terminal, "");
    }

    /**
     * The command line with one verb alone, which starts faster: reading the options of all of them takes longer than most
     * verbs do. All verbs where there is none of that name.
     */
    public CommandLine on(Terminal terminal, String only) {
        boolean all = groups.values().stream().noneMatch(verbs -> verbs.containsKey(only));
        var root = new CommandLine(program);
        Map<String, List<CommandLine>> lines = new LinkedHashMap<>();
        groups.forEach((heading, verbs) -> verbs.forEach((name, make) -> {
            if (all || name.equals(only)) {
                var line = new CommandLine(make.apply(terminal));
                root.addSubcommand(name, line);
                lines.computeIfAbsent(heading, _ -> new ArrayList<>()).add(line);
            }
        }));
        var failures = new Failures(terminal);
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedVerbs(lines));
        root.setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(terminal.columns())
                .setUsageHelpLongOptionsMaxWidth(28)
                .setColorScheme(
                        Help.defaultColorScheme(terminal.style() == Style.COLOURED ? Help.Ansi.ON : Help.Ansi.OFF));
        root.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        prepare(root);
        root.getCommandSpec().usageMessage().commandListHeading("");
        return root;
    }

    private static void prepare(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.addOption(Debug.option());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.usageMessage()
                .abbreviateSynopsis(true)
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments%n")
                .optionListHeading("%nOptions%n")
                .commandListHeading("%nVerbs%n")
                .footerHeading("%nExamples%n");
        line.getSubcommands().values().forEach(VerbTree::prepare);
    }
}
