package io.casemate.scan.bytecode;

import io.casemate.scan.spi.Content;
import java.util.Optional;

/**
 * The head of a .pyc file: a magic number that says the version, flags, date and size. Numbers as in CPython's
 * Lib/importlib/_bootstrap_external.py.
 *
 * @param label the version in words: "3.11", "2"
 * @param version the version where its bytecode can be disassembled
 * @param headerBytes where the marshalled module begins
 */
record CompiledModule(String label, Optional<PythonVersion> version, int headerBytes) {
    private static final int LAST_MAGIC = 3649;

    static Optional<CompiledModule> of(Content content) {
        if (!content.has(2, (byte) '\r', (byte) '\n')) {
            return Optional.empty();
        }
        int magic = content.u16(0);
        if (magic >= PythonVersion.V3_6.firstMagic && magic <= LAST_MAGIC) {
            PythonVersion version = version(magic);
            return Optional.of(
                    new CompiledModule(version.label(), Optional.of(version), version == PythonVersion.V3_6 ? 12 : 16));
        }
        if (magic >= 3_000 && magic < PythonVersion.V3_6.firstMagic) {
            return Optional.of(new CompiledModule("3.5 or older", Optional.empty(), 12));
        }
        if (magic > LAST_MAGIC && magic < 3_800) {
            return Optional.of(new CompiledModule("3.15 or newer", Optional.empty(), 16));
        }
        return magic >= 50_428 && magic <= 62_300
                ? Optional.of(new CompiledModule("2", Optional.empty(), 8))
                : Optional.empty();
    }

    private static PythonVersion version(int magic) {
        PythonVersion found = PythonVersion.V3_6;
        for (PythonVersion version : PythonVersion.values()) {
            if (magic >= version.firstMagic) {
                found = version;
            }
        }
        return found;
    }
}
