package io.casemate.cli.playbook;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Table;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.report.playbook.PlaybookJson;
import io.casemate.report.playbook.PlaybookPage;
import io.casemate.report.playbook.PlaybookRun;
import io.casemate.report.view.ViewInput;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a group of people does together: lists playbooks, shows one, fills one with the values of a system. */
@Command(
        name = "playbook",
        description = "List, show and run playbooks: steps for a group of people.",
        footer = {
            "  casemate playbook list",
            "  casemate playbook show workshop",
            "  casemate playbook run llm-red-team . --format md > red-team.md"
        })
public final class PlaybookVerb {
    private final Terminal terminal;

    public PlaybookVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "list",
            description = "List the playbooks.",
            footer = {"  casemate playbook list", "  casemate playbook list --format json"})
    int list(@Mixin FormatOption format) {
        Collection<Playbook> all = Knowledge.builtIn().playbooks().values();
        format.give(terminal, () -> text(all), () -> json(all));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "show",
            description = "Print one playbook as it stands.",
            footer = {"  casemate playbook show incident-response", "  casemate playbook show workshop --format md"})
    int show(
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    PlaybookFormat format,
            @Mixin Output output) {
        Playbook playbook = named(id, Knowledge.builtIn());
        output.give(format.write(text(), PlaybookPage.of(playbook), () -> PlaybookJson.of(playbook)), terminal);
        return ExitCode.DONE.number();
    }

    @Command(
            name = "run",
            description = "Print a playbook with the system's own values, and what of it is done already.",
            footer = {
                "  casemate playbook run workshop .",
                "  casemate playbook run exposure-review . --format json",
                "  casemate playbook run risk-assessment . --format html --output assessment.html"
            })
    int run(
            @Parameters(paramLabel = "ID", description = "Its id.") String id,
            @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.") Path system,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "text",
                            description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
                    PlaybookFormat format,
            @Mixin Output output,
            @Mixin AsOf asOf) {
        Knowledge knowledge = Knowledge.builtIn();
        Playbook playbook = named(id, knowledge);
        SystemFiles files = SystemFiles.read(system, knowledge);
        var assessment = files.assess(knowledge, asOf.moment(terminal.clock()));
        var input = new ViewInput(assessment, knowledge, files.evidence(), files.digests());
        PlaybookRun run = PlaybookRun.of(playbook, system.toString(), input);
        output.give(format.write(text(), run.document(), run::json), terminal);
        return ExitCode.DONE.number();
    }

    private DocumentText text() {
        return new DocumentText(terminal.style(), terminal.columns());
    }

    private String text(Collection<Playbook> all) {
        var table = new Table(terminal.columns(), "");
        all.forEach(p -> table.row(p.id(), "%s: %s".formatted(p.title(), p.when())));
        return table.text();
    }

    private static JsonObject json(Collection<Playbook> all) {
        return Json.object()
                .put("casemate", 1)
                .put(
                        "playbooks",
                        Json.array(
                                all,
                                p -> Json.object()
                                        .put("id", p.id())
                                        .put("title", p.title())
                                        .put("when", p.when())
                                        .put("steps", p.steps().size())));
    }

    private static Playbook named(String id, Knowledge knowledge) {
        Map<String, Playbook> all = knowledge.playbooks();
        Playbook playbook = all.get(id);
        if (playbook == null) {
            throw new InvalidInputException(List.of(new Problem(
                    "'%s'".formatted(id),
                    "is no playbook",
                    Spelling.remedy(id, all.keySet(), "look with 'casemate playbook list'"))));
        }
        return playbook;
    }
}
