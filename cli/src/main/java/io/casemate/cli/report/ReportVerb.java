package io.casemate.cli.report;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.arguments.Output;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.assess.DocumentFormat;
import io.casemate.cli.system.SystemFiles;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import java.nio.file.Path;
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
            "  casemate report . --format sarif --output casemate.sarif --as-of 2026-11-21"
        })
public final class ReportVerb implements Verb {
    /** What a document is for. */
    enum Kind {
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, or its casemate.yaml.")
    private Path system = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}. Default: full.")
    private Kind kind = Kind.FULL;

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
        Assessment assessment = SystemFiles.read(system, knowledge).assess(knowledge, asOf.moment(terminal.clock()));
        output.give(
                switch (kind) {
                    case FULL -> format.exporter().export(assessment, knowledge);
                },
                terminal);
        return ExitCode.DONE;
    }
}
