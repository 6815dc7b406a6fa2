package io.casemate.cli.explain;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.report.json.ExplainJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the sums behind one risk. */
@Command(
        name = "explain",
        description = "Print why a risk is what it is, term by term.",
        footer = {
            "  casemate explain . model-extraction@fraud-model",
            "  casemate explain . model-ext  # the beginning is enough where only one fits",
            "  casemate explain . model-extraction@fraud-model --format json"
        })
public final class ExplainVerb implements Verb {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "SCENARIO",
            description = "threat@target, as 'casemate assess' prints it, or its beginning.")
    private String scenario = "";

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private FormatOption format = new FormatOption();

    public ExplainVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Knowledge knowledge = Knowledge.builtIn();
        Assessment assessment = SystemFiles.read(system, knowledge).assess(knowledge, asOf.moment(terminal.clock()));
        var text = new RiskText(knowledge, terminal.style(), terminal.columns());
        switch (new Scenarios(assessment).named(scenario)) {
            case Scenarios.Found.AsRisk found ->
                format.give(terminal, () -> text.of(found.risk()), () -> ExplainJson.of(assessment, found.risk()));
            case Scenarios.Found.AsAnswered found ->
                format.give(terminal, () -> text.of(found.answered()), () -> json(assessment, found.answered()));
        }
        return ExitCode.DONE;
    }

    private static JsonObject json(Assessment assessment, Answered answered) {
        return Json.object()
                .put("casemate", 1)
                .put("asOf", assessment.asOf().toString())
                .put("id", answered.id())
                .put("answered", true)
                .put("controls", Json.texts(answered.controls()))
                .put("verified", answered.verified());
    }
}
