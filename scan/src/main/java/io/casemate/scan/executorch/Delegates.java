package io.casemate.scan.executorch;

import io.casemate.scan.executorch.Segments.Segment;
import io.casemate.scan.flatbuffer.Table;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of a model that are handed to backends, each in a format of its own. */
final class Delegates {
    /** Graphs of operators that the backend itself brings, with weights. */
    private static final Set<String> GRAPHS = Set.of("XnnpackBackend", "VulkanBackend", "MPSBackend");
    /** Programs compiled for a processor or a system that only its maker's runtime reads. */
    private static final Set<String> COMPILED = Set.of(
            "CoreMLBackend",
            "QnnBackend",
            "EthosUBackend",
            "ArmBackend",
            "TOSABackend",
            "VgfBackend",
            "NeuropilotBackend",
            "OpenvinoBackend",
            "EnnBackend",
            "NeutronBackend",
            "MLXBackend",
            "TensorRTBackend");
    /** Take a shared library out of the file and load it. */
    private static final Set<String> LIBRARIES = Set.of("AotiBackend", "CudaBackend", "MetalBackend");

    private final Content content;
    private final Segments segments;
    private final Inspection inspection;
    private final Set<Long> told = new HashSet<>();

    Delegates(Content content, Segments segments, Inspection inspection) {
        this.content = content;
        this.segments = segments;
        this.inspection = inspection;
    }

    void tell(Table program, Table.Vector delegates) {
        for (long i = 0; i < delegates.length(); i++) {
            inspection.step();
            Table delegate = delegates.table(i);
            Optional<Segment> place = delegate.table(1).flatMap(reference -> place(program, reference));
            String id = delegate.text(0);
            if (place.isEmpty()) {
                inspection.found(
                        "executorch/out-of-bounds",
                        delegate.at(),
                        "what is handed to %s lies outside of the file".formatted(Snippet.quoted(id)));
            } else if (told.add(place.get().offset())) {
                tell(id, delegate.at(), place.get());
            }
        }
    }

    /** Whether these bytes are a library, of whatever system. */
    static boolean isLibrary(Content bytes) {
        return bytes.has(0, "\177ELF") || bytes.has(0, "MZ") || bytes.has(0, "\u00cf\u00fa\u00ed\u00fe");
    }

    private Optional<Segment> place(Table program, Table reference) {
        long index = reference.u32(1);
        if (reference.i8(0) == 1) {
            return segments.segment(index);
        }
        Table.Vector inline = program.vector(3);
        if (index >= inline.length()) {
            return Optional.empty();
        }
        Table.Vector data = inline.table(index).vector(0);
        return data.start() + data.length() > content.size()
                ? Optional.empty()
                : Optional.of(new Segment(data.start(), data.length()));
    }

    private void tell(String id, long at, Segment place) {
        String shown = Snippet.quoted(id);
        inspection.fact("backend", Snippet.shown(id));
        Content bytes =
                content.slice("%s!%s".formatted(content.name(), Snippet.shown(id)), place.offset(), place.size());
        if (LIBRARIES.contains(id)) {
            inspection.found(
                    "executorch/host-code", at, "the backend %s loads a library out of the file".formatted(shown));
        } else if (!GRAPHS.contains(id) && !COMPILED.contains(id)) {
            inspection.found("executorch/unknown-backend", at, "the backend %s is none of ExecuTorch".formatted(shown));
        } else if (!GRAPHS.contains(id)) {
            inspection.found(
                    "executorch/compiled-delegate", at, "a part of the model is compiled for %s".formatted(shown));
        }
        if (isLibrary(bytes)) {
            inspection.nested(bytes, place.offset(), place.size());
        } else if (GRAPHS.contains(id) && graph(bytes)) {
            inspection.tensor(new Tensor(
                    Snippet.shown(id), ElementType.PACKED, List.of(place.size()), bytes.bytes(), place.offset()));
        } else {
            inspection.gap(place.offset(), "what is handed to %s was not judged".formatted(shown));
            inspection.read(place.offset(), place.size());
        }
    }

    /** Headers and identifiers of XNNPACK, Vulkan and Metal graphs. */
    private static boolean graph(Content bytes) {
        for (String magic : List.of("XH00", "XN00", "XN01", "VH00", "VK00", "MP00")) {
            if (bytes.has(4, magic)) {
                return true;
            }
        }
        return false;
    }
}
