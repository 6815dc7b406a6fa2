package io.casemate.scan.bytecode;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.List;
import java.util.Optional;

/** Reads marshalled Python objects and compiled modules (.pyc) for the code in them, and judges what running it would call. */
public final class MarshalScanner implements FormatScanner {
    private static final int CODE = 'c';
    private static final int REFERENCE_FLAG = 0x80;
    private static final int NUMBER_MAX = 1 << 16;

    @Override
    public String id() {
        return "marshal";
    }

    @Override
    public Recognition recognises(Content content) {
        if ((content.size() >= 4 && CompiledModule.of(content).isPresent()) || isCode(content, 0)) {
            return Recognition.CERTAIN;
        }
        return isContainer(content) ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Optional<CompiledModule> module = CompiledModule.of(content);
        if (module.isPresent()) {
            inspection.accept();
            module(module.get(), content, inspection);
        } else {
            marshalled(content, inspection);
        }
    }

    private static void module(CompiledModule module, Content content, Inspection inspection) {
        inspection.read(0, module.headerBytes());
        inspection.fact("python", module.label());
        inspection.found("marshal/compiled-module", 0, "a module compiled for Python %s".formatted(module.label()));
        if (module.version().isEmpty()) {
            inspection.gap(
                    module.headerBytes(), "bytecode of Python %s, which is not disassembled".formatted(module.label()));
            return;
        }
        PythonVersion version = module.version().get();
        CodeReader.Marshalled read =
                CodeReader.read(content, module.headerBytes(), version.layout(), List.of(version), inspection);
        judge(read, content, module.headerBytes(), inspection);
    }

    private static void marshalled(Content content, Inspection inspection) {
        boolean certain = isCode(content, 0);
        CodeReader.Marshalled read = CodeReader.read(content, inspection);
        if (!certain && (read.codes().isEmpty() || read.length() < content.size())) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.found("marshal/code", 0, "Python bytecode%s".formatted(named(read)));
        judge(read, content, 0, inspection);
    }

    private static void judge(CodeReader.Marshalled read, Content content, long start, Inspection inspection) {
        if (read.length() == 0) {
            inspection.found("marshal/undecodable", start, "marshalled data that cannot be read to its end");
            inspection.gap(start, "marshalled data that cannot be read to its end");
            CodeObjects.judgeTexts(read.texts(), inspection, start);
            return;
        }
        CodeObjects.judgeAll(read.codes(), inspection, start);
        inspection.read(start, read.length());
        if (start + read.length() < content.size()) {
            inspection.gap(start + read.length(), "bytes behind the marshalled object");
        }
    }

    private static String named(CodeReader.Marshalled read) {
        return read.codes().isEmpty()
                ? ""
                : " of a function named '%s'"
                        .formatted(Snippet.shown(read.codes().getFirst().name()));
    }

    /** Whether a code object begins here: small numbers, then instructions of a length that fits. */
    private static boolean isCode(Content content, long start) {
        if (content.size() < start + 32 || (content.u8(start) & ~REFERENCE_FLAG) != CODE) {
            return false;
        }
        for (int numbers = 4; numbers <= 6; numbers++) {
            long at = start + 1 + 4L * numbers;
            if ((content.u8(at) & ~REFERENCE_FLAG) == 's' && small(content, start + 1, numbers)) {
                long length = content.u32(at + 1);
                return length > 0 && length <= content.size() - at - 5;
            }
        }
        return false;
    }

    private static boolean small(Content content, long at, int numbers) {
        for (int i = 0; i < numbers - 1; i++) {
            if (content.u32(at + 4L * i) > NUMBER_MAX) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContainer(Content content) {
        if (content.size() < 40) {
            return false;
        }
        return switch (content.u8(0) & ~REFERENCE_FLAG) {
            case '(', '[' -> content.u32(1) > 0 && content.u32(1) < content.size() && isObject(content.u8(5));
            case ')' -> content.u8(1) > 0 && isObject(content.u8(2));
            case '{' -> isObject(content.u8(1));
            default -> false;
        };
    }

    private static boolean isObject(int type) {
        return "NTFSilsgyxutaAzZ()[]<>{c".indexOf(type & ~REFERENCE_FLAG) >= 0;
    }
}
