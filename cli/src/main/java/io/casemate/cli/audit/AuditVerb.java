package io.casemate.cli.audit;

import io.casemate.cli.arguments.FormatOption;
import io.casemate.cli.arguments.Refusal;
import io.casemate.cli.arguments.Verb;
import io.casemate.cli.system.SystemFolder;
import io.casemate.cli.terminal.ExitCode;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Terminal;
import io.casemate.core.evidence.ledger.AuditReport;
import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies that a ledger is what was once written. */
@Command(
        name = "audit",
        description = {
            "Verify the hash chain of the ledger.",
            "Names the first broken line. A tail that was cut off shows only against a head hash that was kept elsewhere:"
                    + " note the one that audit prints."
        },
        footer = {
            "  casemate audit .",
            "  casemate audit . --head 5f0c...  # is what was there then still there?",
            "  casemate audit backup/ledger.jsonl --format json",
            "",
            "Exit code: 0 intact, 1 broken, 2 could not be read, 3 no such path."
        })
public final class AuditVerb implements Verb {
    private final Terminal terminal;

    @Parameters(paramLabel = "SYSTEM", description = "A system's folder, its casemate.yaml, or a ledger file.")
    private Path path = Path.of("");

    @Option(names = "--head", paramLabel = "HASH", description = "A head hash that an earlier audit printed.")
    private String head = "";

    @Mixin
    private FormatOption format = new FormatOption();

    public AuditVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitCode run() {
        if (!head.isEmpty() && !head.matches("[0-9a-fA-F]{64}")) {
            throw new InvalidInputException(List.of(new Problem(
                    "--head", "'%s' is no hash".formatted(head), "give the 64 hex digits that an audit printed")));
        }
        Path ledger = SystemFolder.ledgerOf(path);
        try {
            AuditReport report = head.isEmpty() ? Ledger.audit(ledger) : Ledger.audit(ledger, head);
            format.give(terminal, () -> text(report), () -> json(report));
            return report.intact() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (UncheckedIOException e) {
            terminal.err().printf("could not look: %s%n", Refusal.words(e));
            return ExitCode.UNDECIDED;
        }
    }

    private String text(AuditReport report) {
        Style style = terminal.style();
        var text = new StringBuilder();
        text.append(
                report.intact()
                        ? style.green("intact") + "  " + report.file() + "\n"
                        : style.red("BROKEN") + "  " + report.file() + "\n");
        report.problems().forEach(p -> text.append("  ").append(p).append('\n'));
        report.notes().stream()
                .filter(n -> !report.problems().contains(n))
                .forEach(n -> text.append("  note: ").append(n).append('\n'));
        text.append("  entries  ").append(entries(report)).append('\n');
        text.append("  head     ").append(report.head()).append('\n');
        if (report.addedSinceHead() >= 0) {
            text.append("  since the given head  %d added%n".formatted(report.addedSinceHead()));
        }
        return text.toString();
    }

    private static String entries(AuditReport report) {
        String kinds = report.kinds().entrySet().stream()
                .map(e -> "%d %s".formatted(e.getValue(), e.getKey()))
                .collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "0" : "%d (%s)".formatted(report.entries(), kinds);
    }

    private static JsonObject json(AuditReport report) {
        JsonObject kinds = Json.object();
        for (var kind : report.kinds().entrySet()) {
            kinds = kinds.put(kind.getKey(), kind.getValue());
        }
        JsonObject json = Json.object()
                .put("casemate", 1)
                .put("ledger", report.file().toString())
                .put("intact", report.intact())
                .put("problems", Json.array(report.problems(), AuditVerb::json))
                .put("notes", Json.array(report.notes(), AuditVerb::json))
                .put("entries", report.entries())
                .put("kinds", kinds)
                .put("head", report.head());
        return report.addedSinceHead() < 0 ? json : json.put("addedSinceHead", report.addedSinceHead());
    }

    private static JsonObject json(Problem problem) {
        return Json.object()
                .put("where", problem.where())
                .put("what", problem.what())
                .put("remedy", problem.remedy());
    }
}
