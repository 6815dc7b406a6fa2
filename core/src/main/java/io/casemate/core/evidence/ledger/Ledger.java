package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.store.DurableFiles;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The evidence of one system as a file, {@code .casemate/ledger.jsonl}: appended to, never altered. Every line names the
 * hash of the line before, so that an edit, a removal or an exchange anywhere shows; a tail that was dropped shows
 * against a head hash kept elsewhere. A file that does not exist is an empty ledger.
 *
 * <p>Disk trouble is a {@link java.io.UncheckedIOException} naming the path.
 */
public final class Ledger {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DurableFiles DISK = DurableFiles.disk();

    private Ledger() {}

    /** The ledger of a system's folder. */
    public static Path of(Path systemFolder) {
        return systemFolder.resolve(".casemate").resolve("ledger.jsonl");
    }

    /** Reads and verifies a ledger: broken lines are problems in the reading, not exceptions. */
    public static LedgerReading read(Path file) {
        return ChainReader.read(DISK, file);
    }

    /**
     * Appends all drafts or none. They survive a crash once this returns. Waits up to 30 seconds for other writers; sets a
     * half last line aside as {@code ledger.torn-<n>} and says so.
     *
     * @param at the time of recording
     * @throws InvalidInputException where the ledger is broken or a draft is over 1 MiB
     */
    public static AppendReport append(Path file, List<LedgerDraft> drafts, Instant at) {
        return new LedgerWriter(DISK, PATIENCE).append(file, drafts, at);
    }

    /**
     * Appends what a branch recorded since both ledgers parted, each line anew and naming the hash it came from. Merging
     * twice changes nothing.
     *
     * @throws InvalidInputException where either ledger is broken
     */
    public static MergeReport merge(Path into, Path from, Instant at) {
        return new LedgerWriter(DISK, PATIENCE).merge(into, from, at);
    }

    /**
     * The evidence that a ledger holds.
     *
     * @throws InvalidInputException where the chain is broken or a body is not what its kind says, with all problems
     */
    public static EvidenceBook book(LedgerReading reading) {
        return BookReader.read(reading);
    }

    /** Whether every line of a ledger is unaltered and in its place. A dropped tail cannot be seen this way. */
    public static AuditReport audit(Path file) {
        LedgerReading reading = read(file);
        return report(reading, problems(reading), -1);
    }

    /**
     * Whether a ledger is unaltered, and what it held at a moment: its entries and head are those of the lines recorded until
     * then. That head still stands in the ledger later, as {@link #audit(Path, String)} sees.
     */
    public static AuditReport audit(Path file, Instant asOf) {
        LedgerReading all = read(file);
        List<LedgerEntry> entries =
                all.entries().stream().filter(e -> !e.at().isAfter(asOf)).toList();
        String head =
                entries.isEmpty() ? LedgerReading.GENESIS : entries.getLast().hash();
        var then = new LedgerReading(file, entries, all.problems(), all.notes(), head, all.tail());
        return report(then, problems(all), -1);
    }

    /**
     * Whether a ledger is unaltered and still holds the line whose hash was its head at some time.
     *
     * @param head 64 hex digits, as an earlier audit gave them
     */
    public static AuditReport audit(Path file, String head) {
        LedgerReading reading = read(file);
        List<Problem> problems = problems(reading);
        String wanted = head.strip().toLowerCase(Locale.ROOT);
        long added = addedSince(reading, wanted);
        if (!wanted.matches("[0-9a-f]{64}")) {
            problems.add(new Problem("head", "'%s' is no hash".formatted(head), "give 64 hex digits"));
        } else if (added < 0) {
            problems.add(new Problem(
                    file.toString(),
                    "holds no line with the hash %s: its tail was dropped, or it is another ledger".formatted(wanted),
                    "restore the ledger that ends in or contains this line"));
        }
        return report(reading, problems, added);
    }

    /**
     * Keeps a file beside the ledger.
     *
     * @return SHA-256 of the content, its name from now on
     */
    public static String attach(Path ledger, InputStream content) {
        return Attachments.attach(DISK, ledger, content);
    }

    /** Where the attachment of that SHA-256 is, if it is there. */
    public static Path attachment(Path ledger, String sha256) {
        return Attachments.folder(ledger).resolve(sha256);
    }

    private static List<Problem> problems(LedgerReading reading) {
        List<Problem> problems = new ArrayList<>(reading.problems());
        if (reading.torn()) {
            problems.add(reading.notes().getLast()); // what is noted last is the end of the file
        }
        return problems;
    }

    private static long addedSince(LedgerReading reading, String head) {
        long added = 0;
        for (LedgerEntry entry : reading.entries().reversed()) {
            if (entry.hash().equals(head)) {
                return added;
            }
            added++;
        }
        return head.equals(LedgerReading.GENESIS) ? added : -1;
    }

    private static AuditReport report(LedgerReading reading, List<Problem> problems, long addedSinceHead) {
        var kinds = new TreeMap<String, Integer>();
        reading.entries().forEach(entry -> kinds.merge(entry.kind(), 1, Integer::sum));
        return new AuditReport(
                reading.file(),
                problems.isEmpty(),
                problems,
                reading.notes(),
                reading.entries().size(),
                kinds,
                reading.head(),
                addedSinceHead);
    }
}
