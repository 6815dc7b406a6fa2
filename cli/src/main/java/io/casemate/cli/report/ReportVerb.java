package io.casemate.cli.report;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.assess.DocumentFormat;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Assessment;
import io.casemate.report.html.CompliancePage;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.json.ComplianceJson;
import io.casemate.report.markdown.ComplianceMarkdown;
import io.casemate.report.markdown.MarkdownDocument;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.ViewKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes one document about a system. */
@Command(
        name = "report",
        description = "Write one document about a system.",
        footer = {
            "  casemate report . --output threats.html",
            "  casemate report . --kind full --format md > threats.md",
            "  casemate report . --kind attack-surface --output surface.html",
            "  casemate report . --kind stride --format json",
            "  casemate report . --format sarif --output casemate.sarif --as-of 2026-11-21",
            "  casemate report . --kind compliance --framework nist-ai-rmf --output nist.html"
        })
public final class ReportVerb implements Verb {
    /** What a document is for. */
    enum Kind {
        FULL,
        STRIDE,
        ATTACK_SURFACE,
        PASTA,
        COMPLIANCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}. Default: full.")
    private Kind kind = Kind.FULL;

    @Option(
            names = "--framework",
            paramLabel = "ID",
            description = "Whose requirements a compliance report goes through, such as nist-ai-rmf.")
    private String framework = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Default: html.")
    private DocumentFormat format = DocumentFormat.HTML;

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOf asOf = new AsOf();

    public ReportVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Assessment assessment = files.assess(knowledge, asOf.moment(terminal.clock()));
        var input = new ViewInput(assessment, knowledge, files.evidence(), files.digests());
        output.give(
                switch (kind) {
                    case FULL -> format.exporter().export(assessment, knowledge);
                    case STRIDE -> written(ViewKind.STRIDE, input);
                    case ATTACK_SURFACE -> written(ViewKind.ATTACK_SURFACE, input);
                    case PASTA -> written(ViewKind.PASTA, input);
                    case COMPLIANCE ->
                        compliance(ComplianceView.of(
                                knowledge,
                                framework,
                                assessment,
                                files.evidence(),
                                files.digests().values()));
                },
                terminal);
        return ExitCode.DONE;
    }

    private String compliance(ComplianceView view) {
        return switch (format) {
            case HTML -> CompliancePage.of(view);
            case MD -> ComplianceMarkdown.of(view);
            case JSON -> ComplianceJson.of(view).pretty();
            case SARIF ->
                throw new InvalidInputException(List.of(
                        new Problem("--format", "sarif has no place for requirements", "write html, md or json")));
        };
    }

    private String written(ViewKind view, ViewInput input) {
        return switch (format) {
            case HTML -> HtmlDocument.of(view.of(input).document());
            case MD -> MarkdownDocument.of(view.of(input).document());
            case JSON -> view.of(input).json().pretty();
            case SARIF ->
                throw new InvalidInputException(List.of(new Problem(
                        "--format", "'sarif' holds results of a full report only", "use html, md or json")));
        };
    }
}
