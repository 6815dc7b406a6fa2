package io.casemate.cli.report;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.ledger.AuditReport;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.risk.Assessment;
import io.casemate.report.Reports;
import io.casemate.report.spi.ReportFormat;
import io.casemate.report.spi.ReportInput;
import io.casemate.report.spi.ReportOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
            "  casemate report . --kind attack-tree --asset customer-data --output tree.html",
            "  casemate report . --format sarif --output casemate.sarif --as-of 2026-11-21",
            "  casemate report . --kind board --appetite low --output board.pdf",
            "  casemate report . --kind money --years 1000000 --output money.html",
            "  casemate report . --kind compliance --framework nist-ai-rmf --output nist.html"
        })
public final class ReportVerb implements Verb {
    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: full.")
    private String kind = "full";

    @Option(
            names = "--framework",
            paramLabel = "ID",
            description = "Whose requirements a compliance report goes through, such as nist-ai-rmf.")
    private String framework = "";

    @Option(names = "--asset", paramLabel = "ID", description = "The asset whose attack tree is wanted. Default: all.")
    private String asset = "";

    @Option(
            names = "--years",
            paramLabel = "N",
            description = "How many years a money report simulates. Default: 100000.")
    private String years = "";

    @Option(names = "--seed", paramLabel = "N", description = "Where its random numbers begin. Default: 1.")
    private String seed = "";

    @Option(
            names = "--appetite",
            paramLabel = "BAND",
            description = "For a board's report the highest band that is accepted: low or medium. Default: medium.")
    private String appetite = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "One of: ${COMPLETION-CANDIDATES}, as far as the kind has it. Default: the kind's first, html.")
    private @Nullable ReportFormat format;

    @Mixin
    private Output output = new Output();

    @Mixin
    private AsOf asOf = new AsOf();

    public ReportVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        Reports.Chosen report = Reports.choose(kind, format == null ? "" : format.id(), options());
        if (report.format().binary() && !output.toFile()) {
            throw new InvalidInputException(List.of(new Problem(
                    "--format",
                    "'%s' is bytes, not text".formatted(report.format()),
                    "name a file for it by --output")));
        }
        Knowledge knowledge = Knowledge.builtIn();
        SystemFiles files = SystemFiles.read(system, knowledge);
        Assessment assessment = files.assess(knowledge, asOf.moment(terminal.clock()));
        AuditReport ledger = Ledger.audit(files.folder().ledger(), assessment.asOf());
        var input = new ReportInput(assessment, knowledge, files.evidence(), files.digests(), ledger, report.options());
        byte[] document = report.write(input);
        if (report.format().binary()) {
            output.give(document, terminal);
        } else {
            output.give(new String(document, StandardCharsets.UTF_8), terminal);
        }
        return ExitCode.DONE;
    }

    /** What was asked for, of all kinds; a kind that does not look at one of them refuses it. */
    private Map<ReportOption, String> options() {
        Map<ReportOption, String> options = new EnumMap<>(ReportOption.class);
        options.put(ReportOption.FRAMEWORK, framework);
        options.put(ReportOption.YEARS, years);
        options.put(ReportOption.SEED, seed);
        options.put(ReportOption.ASSET, asset);
        options.put(ReportOption.APPETITE, appetite);
        options.values().removeIf(String::isEmpty);
        return options;
    }

    /** For the help and for completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Reports.kinds().iterator();
        }
    }
}
