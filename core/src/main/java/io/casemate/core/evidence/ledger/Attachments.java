package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.store.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Files beside a ledger, each named by the SHA-256 of its contents: written aside, synced, then renamed. */
final class Attachments {
    private static final int CHUNK_BYTES = 1 << 16;

    private Attachments() {}

    static Path folder(Path ledger) {
        return ledger.resolveSibling("attachments");
    }

    static String attach(DurableFiles files, Path ledger, InputStream content) {
        Path folder = folder(ledger.toAbsolutePath());
        try {
            files.createFolders(folder);
            Path temporary = folder.resolve("incoming-%d-%d"
                    .formatted(
                            ProcessHandle.current().pid(),
                            Thread.currentThread().threadId()));
            String sha256 = write(files, temporary, content);
            files.move(temporary, folder.resolve(sha256));
            files.syncFolder(folder);
            files.syncFolder(ledger.toAbsolutePath().resolveSibling(""));
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot attach to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static String write(DurableFiles files, Path temporary, InputStream content) throws IOException {
        MessageDigest digest = LedgerLine.digest();
        try (DurableFiles.Writable out = files.open(temporary)) {
            out.truncate(0);
            long position = 0;
            byte[] buffer = new byte[CHUNK_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(Arrays.copyOf(buffer, read), position);
                position += read;
            }
            out.sync();
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
