package io.casemate.scan.executable;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says that a file is an executable, and whether it is packed. Its code is not judged: no model needs it. */
public final class ExecutableScanner implements FormatScanner {
    /** Where packers leave their names: in the first sections and headers. */
    private static final int HEAD = 4096;

    /** Programs of Cosmopolitan Libc begin as a shell script that assigns what Windows and Unix look for (ape/ape.S). */
    private static final String APE = "MZqFpD='";

    private static final String APE_UNIX = "jartsr='";

    private static final Pattern NAMED_AS_PROGRAM = Pattern.compile(
            "(?i)\\.(so(\\.\\d+)*|dll|dylib|exe|pyd|class|o|obj|wasm|dex|node|jnilib|sys|efi|com|scr)$|^[^.]+$");

    @Override
    public String id() {
        return "executable";
    }

    @Override
    public Recognition recognises(Content content) {
        return kind(content).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    /** What stands at the very beginning is told by less than what stands anywhere: it may be cut off or packed. */
    private static Optional<ExecutableKind> kind(Content content) {
        return Headers.at(content, 0)
                .or(() -> content.has(0, APE) || content.has(0, APE_UNIX)
                        ? Optional.of(ExecutableKind.APE)
                        : Optional.empty())
                .or(() -> Headers.identifiesElf(content) ? Optional.of(ExecutableKind.ELF) : Optional.empty())
                .or(() -> Headers.identifiesMach(content) ? Optional.of(ExecutableKind.MACH_O) : Optional.empty());
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        ExecutableKind kind = kind(content).orElse(null);
        if (kind == null) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("executable", kind.words());
        if (NAMED_AS_PROGRAM.matcher(content.simpleName()).find()) {
            inspection.found("executable/file", 0, "this is %s".formatted(kind.words()));
        } else {
            inspection.found("executable/disguised", 0, "under this name lies %s".formatted(kind.words()));
        }
        int head = (int) Math.min(HEAD, content.size());
        String text = content.text(0, head, StandardCharsets.ISO_8859_1);
        if (text.contains("UPX!") || text.contains("UPX0")) {
            inspection.found(
                    "executable/packed",
                    Math.max(text.indexOf("UPX!"), text.indexOf("UPX0")),
                    "is packed with UPX, which hides its code");
        }
        inspection.read(0, content.size());
    }
}
