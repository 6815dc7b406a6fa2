package io.casemate.cli.attest;

import io.casemate.core.evidence.ledger.Ledger;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.evidence.ledger.LedgerEntry;
import io.casemate.core.evidence.ledger.LedgerReading;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Taking back a line of the ledger. */
record Withdrawal(long seq, String reason, String by) {
    LedgerDraft draft(Path ledger) {
        List<Problem> problems = new ArrayList<>();
        LedgerReading reading = Ledger.read(ledger);
        Optional<LedgerEntry> entry =
                reading.entries().stream().filter(e -> e.seq() == seq).findFirst();
        if (entry.isEmpty()) {
            problems.add(new Problem(
                    "--withdraw",
                    "the ledger has no line %d".formatted(seq),
                    reading.entries().isEmpty()
                            ? "it is empty"
                            : "give 1 to %d".formatted(reading.entries().size())));
        } else if (entry.get().kind().equals("withdraw")) {
            problems.add(new Problem(
                    "--withdraw", "line %d is itself a withdrawal".formatted(seq), "record the evidence again"));
        }
        if (reason.isBlank()) {
            problems.add(new Problem("--reason", "is absent", "say why it is taken back"));
        }
        if (by.isBlank()) {
            problems.add(new Problem("--by", "is absent", "say who takes it back"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return LedgerDraft.withdraw(entry.orElseThrow(), reason, by);
    }
}
