package io.casemate.cli.assess;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Assessment;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Assesses a system. */
@Command(
        name = "assess",
        description = {
            "Derive the threats of a system, rate them, and write the report.",
            "Prints the top risks and questions, and writes a folder of reports: a page to read (index.html),"
                    + " and the assessment as JSON, SARIF and Markdown. With another --format than text, or"
                    + " with --output, that one document is made and no folder is written."
        },
        footer = {
            "  casemate assess examples/fraud-detection",
            "  casemate assess . --top 10 --report-dir build/threats",
            "  casemate assess . --format json | jq '.scenarios[] | select(.shown).id'",
            "  casemate assess . --format sarif --output casemate.sarif --as-of 2026-11-21"
        })
public final class AssessVerb implements Verb {
    private static final Path UNSTATED = Path.of("");

    /** What may be printed. */
    enum Answer {
        TEXT,
        JSON,
        HTML,
        MD,
        SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = UNSTATED;

    @Mixin
    private AsOf asOf = new AsOf();

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: text.")
    private Answer answer = Answer.TEXT;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where to write the reports. Default: SYSTEM/casemate-report.")
    private Path reportFolder = UNSTATED;

    @Option(names = "--top", paramLabel = "N", description = "How many risks and questions to print. Default: 5.")
    private int top = 5;

    public AssessVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        if (top < 0) {
            throw new InvalidInputException(
                    List.of(new Problem("--top", "'%d' is below 0".formatted(top), "write how many to print")));
        }
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Assessment assessment = files.assess(knowledge, asOf.moment(terminal.clock()));
        boolean folderWanted = !reportFolder.equals(UNSTATED) || (answer == Answer.TEXT && !output.toFile());
        Path report = UNSTATED;
        if (folderWanted) {
            Path folder = reportFolder.equals(UNSTATED) ? files.folder().reports() : reportFolder;
            report = ReportFolder.write(folder, assessment, knowledge);
        }
        output.give(document(assessment, knowledge, report), terminal);
        return ExitCode.DONE;
    }

    private String document(Assessment assessment, Knowledge knowledge, Path report) {
        return switch (answer) {
            case TEXT -> text(assessment, knowledge, report);
            case JSON -> DocumentFormat.JSON.exporter().export(assessment, knowledge);
            case HTML -> DocumentFormat.HTML.exporter().export(assessment, knowledge);
            case MD -> DocumentFormat.MD.exporter().export(assessment, knowledge);
            case SARIF -> DocumentFormat.SARIF.exporter().export(assessment, knowledge);
        };
    }

    private String text(Assessment assessment, Knowledge knowledge, Path report) {
        Style style = output.toFile() ? Style.PLAIN : terminal.style();
        String text = AssessmentText.of(assessment, knowledge, style, terminal.columns(), top);
        return report.equals(UNSTATED) ? text : "%sreport: %s%n".formatted(text, report);
    }
}
