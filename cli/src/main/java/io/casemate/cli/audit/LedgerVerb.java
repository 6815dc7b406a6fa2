package io.casemate.cli.audit;

import io.casemate.cli.arguments.AsOf;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.MergeReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins ledgers. */
@Command(
        name = "ledger",
        description = "Join the ledgers of two branches.",
        footer = {
            "  casemate ledger merge . --from ../other-branch",
            "  git show main:.casemate/ledger.jsonl > /tmp/main.jsonl",
            "  casemate ledger merge . --from /tmp/main.jsonl"
        })
public final class LedgerVerb {
    private final Terminal terminal;

    public LedgerVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "merge",
            description = {
                "Append what another ledger has and this one has not.",
                "Each line is appended anew and names the hash it came from. Merging twice changes nothing."
            },
            footer = {
                "  casemate ledger merge . --from ../other-branch",
                "  casemate ledger merge . --from /tmp/main.jsonl"
            })
    int merge(
            @Parameters(paramLabel = "SYSTEM", description = "The system whose ledger grows.") Path system,
            @Option(
                            names = "--from",
                            paramLabel = "FILE",
                            required = true,
                            description = "The other ledger, or the folder of its system.")
                    Path from,
            @Mixin AsOf asOf) {
        Path into = SystemFolder.of(system).ledger();
        MergeReport report = Ledger.merge(into, SystemFolder.ledgerOf(from), asOf.moment(terminal.clock()));
        report.append().repairs().forEach(r -> terminal.err().println("repaired: " + r));
        terminal.out()
                .printf(
                        "appended %d, already here %d%n",
                        report.append().appended().size(), report.common() + report.skipped());
        return ExitCode.DONE.number();
    }
}
