package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.store.DurableFiles;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Appends to a ledger under its lock. Nothing is returned before it survives a crash: folder, then whole lines, then
 * sync. A chain that is broken anywhere is refused, so that no evidence is ever built on an altered past.
 */
final class LedgerWriter {
    private final DurableFiles files;
    private final Duration patience;

    LedgerWriter(DurableFiles files, Duration patience) {
        this.files = files;
        this.patience = patience;
    }

    AppendReport append(Path file, List<LedgerDraft> drafts, Instant at) {
        return whileLocked(file, () -> append(ChainReader.read(files, file), drafts, at));
    }

    MergeReport merge(Path into, Path from, Instant at) {
        List<LedgerEntry> branch = whole(ChainReader.read(files, from));
        return whileLocked(into, () -> {
            LedgerReading reading = ChainReader.read(files, into);
            int common = commonLines(reading.entries(), branch);
            Set<String> known = new HashSet<>();
            reading.entries().forEach(entry -> known.add(entry.origin()));
            List<LedgerDraft> drafts = new ArrayList<>();
            for (LedgerEntry entry : branch.subList(common, branch.size())) {
                if (known.add(entry.origin())) {
                    drafts.add(LedgerDraft.merged(entry));
                }
            }
            int skipped = branch.size() - common - drafts.size();
            return new MergeReport(common, skipped, append(reading, drafts, at));
        });
    }

    private static List<LedgerEntry> whole(LedgerReading branch) {
        if (!branch.problems().isEmpty()) {
            throw new InvalidInputException(branch.problems());
        }
        if (branch.torn()) {
            throw new InvalidInputException(List.of(new Problem(
                    branch.file().toString(),
                    "ends in a line written by half",
                    "finish its writer or remove the half line, then merge again")));
        }
        return branch.entries();
    }

    private static int commonLines(List<LedgerEntry> one, List<LedgerEntry> other) {
        int common = 0;
        while (common < Math.min(one.size(), other.size())
                && one.get(common).hash().equals(other.get(common).hash())) {
            common++;
        }
        return common;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T whileLocked(Path file, Work<T> work) {
        Path lockFile = folder(file).resolve("ledger.lock");
        try {
            files.createFolders(folder(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create %s: %s".formatted(folder(file), e.getMessage()), e);
        }
        return files.whileLocked(lockFile, patience, () -> {
            try {
                return work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot append to %s: %s; nothing is acknowledged".formatted(file, e.getMessage()), e);
            }
        });
    }

    private AppendReport append(LedgerReading reading, List<LedgerDraft> drafts, Instant at) throws IOException {
        if (!reading.problems().isEmpty()) {
            throw new InvalidInputException(reading.problems());
        }
        List<LedgerEntry> sealed = seal(reading, drafts, at);
        byte[] bytes = bytes(reading, sealed);
        if (sealed.isEmpty()) {
            return new AppendReport(List.of(), List.of());
        }
        List<Problem> repairs = new ArrayList<>();
        if (reading.torn()) {
            repairs.add(setAside(reading));
        }
        write(reading, bytes);
        return new AppendReport(sealed, repairs);
    }

    private static List<LedgerEntry> seal(LedgerReading reading, List<LedgerDraft> drafts, Instant at) {
        List<LedgerEntry> sealed = new ArrayList<>();
        long seq = reading.entries().size();
        String prev = reading.head();
        for (LedgerDraft draft : drafts) {
            seq++;
            LedgerEntry entry = LedgerLine.seal(seq, prev, at, draft);
            sealed.add(entry);
            prev = entry.hash();
        }
        return sealed;
    }

    private static byte[] bytes(LedgerReading reading, List<LedgerEntry> sealed) {
        var bytes = new ByteArrayOutputStream();
        if (reading.tail().newlineMissing()) {
            bytes.write('\n');
        }
        for (LedgerEntry entry : sealed) {
            byte[] line = LedgerLine.bytes(entry);
            if (line.length > LedgerLine.BYTES_MAX) {
                throw new InvalidInputException(List.of(new Problem(
                        reading.file().toString(),
                        "takes no line of %d bytes (%s)".formatted(line.length, entry.kind()),
                        "attach what is large and name its SHA-256")));
            }
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** Copies the half line beside the ledger before it is cut: bytes that nobody acknowledged, but somebody's bytes. */
    private Problem setAside(LedgerReading reading) throws IOException {
        Path file = reading.file();
        byte[] torn;
        try (InputStream in = files.read(file)) {
            in.skipNBytes(reading.tail().wholeBytes());
            torn = in.readNBytes((int) reading.tail().tornBytes());
        }
        Path aside = freeName(folder(file));
        try (DurableFiles.Writable out = files.open(aside)) {
            out.write(torn, 0);
            out.sync();
        }
        files.syncFolder(folder(file));
        try (DurableFiles.Writable ledger = files.open(file)) {
            ledger.truncate(reading.tail().wholeBytes());
            ledger.sync();
        }
        return new Problem(
                "%s:%d".formatted(file, reading.entries().size() + 1),
                "was written by half, %d bytes: its writer was interrupted before it could acknowledge"
                        .formatted(torn.length),
                "set aside as %s; record that evidence again".formatted(aside.getFileName()));
    }

    private Path freeName(Path folder) {
        int number = 1;
        while (files.exists(folder.resolve("ledger.torn-" + number))) {
            number++;
        }
        return folder.resolve("ledger.torn-" + number);
    }

    private void write(LedgerReading reading, byte[] bytes) throws IOException {
        Path file = reading.file();
        long end = reading.tail().wholeBytes();
        try (DurableFiles.Writable ledger = files.open(file)) {
            syncNames(file);
            try {
                ledger.write(bytes, end);
                ledger.sync();
            } catch (IOException full) {
                cutBack(ledger, end, full);
                throw full;
            }
        }
    }

    /** Each time, not only on creation: whoever created the file may have been killed before it came to this. */
    private void syncNames(Path file) throws IOException {
        files.syncFolder(folder(file));
        Path parent = folder(file).getParent();
        if (parent != null) {
            files.syncFolder(parent);
        }
    }

    private static void cutBack(DurableFiles.Writable ledger, long end, IOException cause) {
        try {
            ledger.truncate(end);
            ledger.sync();
        } catch (IOException e) {
            cause.addSuppressed(e); // the half line stays, and the next append sets it aside
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a ledger needs a folder, got " + file);
        }
        return folder;
    }
}
