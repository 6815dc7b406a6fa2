package io.casemate.cli.explain;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Question;
import io.casemate.report.json.QuestionsJson;
import io.casemate.report.wording.Figures;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what is not known. */
@Command(
        name = "questions",
        description = {
            "List the unknown facts, the most valuable first.",
            "The value is the largest change of annual probability x impact that an answer can make."
                    + " Answer by stating the fact in casemate.yaml.",
            "With --framework: the questions of a regulation, the tier that the answers lead to, and what follows."
                    + " Answer under 'answers' in casemate.yaml."
        },
        footer = {
            "  casemate questions .",
            "  casemate questions . --format json | jq '.questions[0]'",
            "  casemate questions . --framework eu-ai-act"
        })
public final class QuestionsVerb implements Verb {
    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Option(
            names = "--framework",
            paramLabel = "ID",
            defaultValue = "",
            description = "A questionnaire of the knowledge base, such as eu-ai-act.")
    private String framework = "";

    @Option(names = "--all", description = "Also list those whose answers move next to nothing; JSON always does.")
    private boolean all;

    @Mixin
    private AsOf asOf = new AsOf();

    @Mixin
    private FormatOption format = new FormatOption();

    public QuestionsVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        if (!framework.isEmpty()) {
            var tier = Tiers.of(knowledge, framework, files.model());
            format.give(terminal, () -> tier.text(terminal.style(), terminal.columns()), tier::json);
            return ExitCode.DONE;
        }
        Assessment assessment = files.assess(knowledge, asOf.moment(terminal.clock()));
        List<Question> listed = all
                ? assessment.questions()
                : assessment.worthAsking(knowledge.weights().bands());
        format.give(terminal, () -> text(assessment, listed), () -> QuestionsJson.of(assessment));
        return ExitCode.DONE;
    }

    private String text(Assessment assessment, List<Question> listed) {
        if (assessment.questions().isEmpty()) {
            return "nothing is unknown that could move a risk\n";
        }
        var text = new StringBuilder();
        for (Question question : listed) {
            String value = "%-7s".formatted(Figures.amount(question.value()));
            text.append(value)
                    .append(terminal.style().bold(question.id()))
                    .append('\n')
                    .append(Lines.wrap(question.text(), terminal.columns(), "       "))
                    .append('\n');
            String scenarios = String.join(", ", question.scenarios());
            text.append(terminal.style().faint(Lines.wrap(scenarios, terminal.columns(), "       ")))
                    .append('\n');
        }
        int rest = assessment.questions().size() - listed.size();
        if (rest > 0) {
            text.append("%d more whose answers move next to nothing; --all lists them\n".formatted(rest));
        }
        return text.toString();
    }
}
