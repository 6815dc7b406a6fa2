package io.casemate.cli.arguments;

import io.casemate.cli.terminal.Table;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The list of verbs in the program's help, by what they are for. */
final class GroupedVerbs implements IHelpSectionRenderer {
    private final Map<String, List<CommandLine>> groups;

    /** @param groups verbs by heading, in the order to print */
    GroupedVerbs(Map<String, List<CommandLine>> groups) {
        this.groups = groups;
    }

    @Override
    public String render(Help help) {
        var text = new StringBuilder();
        int columns = help.commandSpec().usageMessage().width();
        groups.forEach((heading, verbs) -> {
            text.append(help.colorScheme().text("%n@|bold %s|@%n".formatted(heading)));
            var table = new Table(columns, "  ");
            for (CommandLine verb : verbs) {
                String[] description = verb.getCommandSpec().usageMessage().description();
                table.row("%-10s".formatted(verb.getCommandName()), description[0]);
            }
            text.append(table.text());
        });
        return text.toString();
    }
}
