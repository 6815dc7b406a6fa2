package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.ledger.LedgerReading.Tail;
import io.casemate.core.evidence.store.DurableFiles;
import io.casemate.core.json.JsonLimits;
import io.casemate.core.json.JsonObject;
import io.casemate.core.json.JsonReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a ledger line by line and verifies the chain. A broken line is one problem: the lines behind it are judged
 * against what it claims to be, so that one edit is not reported a hundred times.
 */
final class ChainReader {
    private static final int PROBLEMS_MAX = 100;

    private final Path file;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Map<String, Long> lineOfHash = new HashMap<>();
    private long line;
    private long expectedSeq = 1;
    private Optional<String> expectedPrev = Optional.of(LedgerReading.GENESIS);
    private long problemsFound;

    private ChainReader(Path file) {
        this.file = file;
    }

    static LedgerReading read(DurableFiles files, Path file) {
        try (InputStream in = files.read(file)) {
            return new ChainReader(file).read(new LineSplitter(in, LedgerLine.BYTES_MAX));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private LedgerReading read(LineSplitter lines) throws IOException {
        long wholeBytes = 0;
        long tornBytes = 0;
        boolean newlineMissing = false;
        while (lines.advance()) {
            line++;
            if (!lines.ended() && isHalf(lines)) {
                tornBytes = lines.length();
                notes.add(LedgerReading.halfWritten(file, line));
            } else {
                newlineMissing = !lines.ended();
                wholeBytes += lines.length() + (lines.ended() ? 1 : 0);
                readLine(lines);
            }
        }
        if (problemsFound > PROBLEMS_MAX) {
            String what = "has %d more problems".formatted(problemsFound - PROBLEMS_MAX);
            problems.add(new Problem(file.toString(), what, "restore the ledger from a backup"));
        }
        String head =
                entries.isEmpty() ? LedgerReading.GENESIS : entries.getLast().hash();
        return new LedgerReading(file, entries, problems, notes, head, new Tail(wholeBytes, tornBytes, newlineMissing));
    }

    /** A line cut anywhere is no JSON object, so that a whole one without newline was edited, not torn. */
    private boolean isHalf(LineSplitter last) {
        if (last.isTooLong()) {
            return false;
        }
        try {
            return !(JsonReader.read("", last.bytes(), JsonLimits.DEFAULT) instanceof JsonObject);
        } catch (InvalidInputException cut) {
            return true;
        }
    }

    private void readLine(LineSplitter current) {
        if (current.isTooLong()) {
            broken("is longer than %d bytes".formatted(LedgerLine.BYTES_MAX), LedgerLine.RESTORE);
            return;
        }
        byte[] bytes = current.bytes();
        Optional<Problem> foreign = foreign(bytes);
        if (foreign.isPresent()) {
            broken(foreign.get().what(), foreign.get().remedy());
            return;
        }
        try {
            place(LedgerLine.parse(where(), bytes));
        } catch (InvalidInputException e) {
            Problem problem = e.problems().getFirst();
            broken(problem.what(), problem.remedy());
        }
    }

    /** Traces of other tools, which deserve a remedy of their own. */
    private Optional<Problem> foreign(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.UTF_8);
        if (start.startsWith("<<<<<<<") || start.startsWith("=======") || start.startsWith(">>>>>>>")) {
            return Optional.of(new Problem(
                    where(),
                    "is a conflict mark of version control",
                    "take one side whole, then `casemate ledger merge` the other"));
        }
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
            return Optional.of(new Problem(
                    where(),
                    "ends in a carriage return: line ends were converted",
                    "restore the file and add `.casemate/** -text` to .gitattributes"));
        }
        return Optional.empty();
    }

    private void place(LedgerEntry entry) {
        Long earlier = lineOfHash.putIfAbsent(entry.hash(), line);
        if (earlier != null) {
            report("repeats line %d".formatted(earlier), "remove the repetition");
            return;
        }
        if (entry.seq() != expectedSeq) {
            report(
                    "has seq %d where %d is due: lines were removed, added or moved before it"
                            .formatted(entry.seq(), expectedSeq),
                    "restore the lines from a backup or from version control");
        } else if (expectedPrev.isPresent() && !expectedPrev.get().equals(entry.prev())) {
            report(
                    "does not continue line %d: the line before it was replaced".formatted(line - 1),
                    "restore the line before it from a backup or from version control");
        } else {
            accept(entry);
        }
        expectedSeq = entry.seq() + 1;
        expectedPrev = Optional.of(entry.hash());
    }

    private void accept(LedgerEntry entry) {
        if (!BookReader.KINDS.contains(entry.kind())) {
            note(
                    "is of the kind '%s', unknown to this version".formatted(entry.kind()),
                    "it is kept and counts nothing");
        }
        if (!entries.isEmpty() && entry.at().isBefore(entries.getLast().at())) {
            note("was recorded before the line above it, by its time", "check the clock of the machine that wrote it");
        }
        entries.add(entry);
    }

    /** A line that says nothing about its place: the next one is due with the next number, whatever it continues. */
    private void broken(String what, String remedy) {
        report(what, remedy);
        expectedSeq++;
        expectedPrev = Optional.empty();
    }

    private void report(String what, String remedy) {
        problemsFound++;
        if (problemsFound <= PROBLEMS_MAX) {
            problems.add(new Problem(where(), what, remedy));
        }
    }

    private void note(String what, String remedy) {
        if (notes.size() < PROBLEMS_MAX) {
            notes.add(new Problem(where(), what, remedy));
        }
    }

    private String where() {
        return "%s:%d".formatted(file, line);
    }
}
