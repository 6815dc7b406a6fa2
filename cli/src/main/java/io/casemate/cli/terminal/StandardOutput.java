package io.casemate.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that remembers why it failed. A reader that has gone away, as in {@code casemate knowledge list | head},
 * is no failure; a full disk is.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private String failure = "";

    StandardOutput(FileDescriptor descriptor) {
        this(new FileOutputStream(descriptor));
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!failure.isEmpty()) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    Optional<String> failure() {
        return failure.isEmpty() || failure.contains("Broken pipe") ? Optional.empty() : Optional.of(failure);
    }
}
