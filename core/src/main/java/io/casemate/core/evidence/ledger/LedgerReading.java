package io.casemate.core.evidence.ledger;

import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands in a ledger file, and what is wrong with it.
 *
 * @param entries every line that is whole and unaltered, in the order of the file
 * @param problems every place where the chain is broken, by line; at most 100
 * @param notes what is worth knowing and breaks nothing: unknown kinds, time that goes backwards, a half last line
 * @param head hash of the last entry; 64 zeros where there is none
 * @param tail how the file ends
 */
public record LedgerReading(
        Path file, List<LedgerEntry> entries, List<Problem> problems, List<Problem> notes, String head, Tail tail) {
    /** The {@code prev} of the first line. */
    public static final String GENESIS = "0".repeat(64);

    public LedgerReading {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether the last line was written by half: evidence that was never acknowledged. The next append sets it aside. */
    public boolean torn() {
        return tail.tornBytes() > 0;
    }

    static Problem halfWritten(Path file, long line) {
        return new Problem(
                "%s:%d".formatted(file, line),
                "is written by half: its writer was interrupted before it could acknowledge",
                "the next append sets it aside; record that evidence again");
    }

    /**
     * How a ledger file ends.
     *
     * @param wholeBytes length of the file up to the end of its last whole line
     * @param tornBytes length of the half line behind it, 0 where there is none
     * @param newlineMissing whether the last whole line lacks its newline
     */
    public record Tail(long wholeBytes, long tornBytes, boolean newlineMissing) {}
}
