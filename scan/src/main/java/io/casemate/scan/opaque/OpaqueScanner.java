package io.casemate.scan.opaque;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.List;
import java.util.Optional;

/** Names formats whose contents are compiled code or whose structure is not published. */
public final class OpaqueScanner implements FormatScanner {
    /**
     * One such format.
     *
     * @param at where the magic number stands
     * @param engine whether it holds compiled code
     */
    private record Format(String name, int at, String magic, boolean engine) {}

    private static final List<Format> FORMATS = List.of(
            new Format("Hailo model", 0, "\u0001HEF", true),
            new Format("CNTK model", 0, "B\0C\0N\0", false),
            new Format("KenLM model", 0, "mmap lm http://kheafield.com/code", false),
            new Format("FAISS index", 0, "IxF", false),
            new Format("ONNX Runtime model", 4, "ORTM", false));

    @Override
    public String id() {
        return "opaque";
    }

    @Override
    public Recognition recognises(Content content) {
        return of(content).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    private static Optional<Format> of(Content content) {
        for (Format format : FORMATS) {
            if (content.has(format.at, format.magic)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Format format = of(content).orElseThrow(IndexOutOfBoundsException::new);
        inspection.accept();
        inspection.fact("format", format.name);
        if (format.engine) {
            inspection.found("opaque/compiled-engine", 0, "a %s holds code for a device".formatted(format.name));
        }
        inspection.gap(0, "a %s was recognised, its contents were not judged".formatted(format.name));
    }
}
