package io.casemate.cli.arguments;

import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The program with its verbs, put together so that all of them fail, help and look the same way. */
public final class VerbTree {
    private final CommandLine root;
    private final Map<String, List<CommandLine>> groups = new LinkedHashMap<>();

    public VerbTree(Object program) {
        root = new CommandLine(program);
    }

    /** Adds verbs under a heading of the help. */
    public VerbTree group(String heading, Object... verbs) {
        List<CommandLine> lines = new ArrayList<>();
        for (Object verb : verbs) {
            var line = new CommandLine(verb);
            root.addSubcommand(line);
            lines.add(line);
        }
        groups.put(heading, lines);
        return this;
    }

    /** The command line, ready to run. */
    public CommandLine on(Terminal terminal) {
        var failures = new Failures(terminal);
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedVerbs(groups));
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
