package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operators that a model uses, and who brings them: runtimes, the model itself, or a library. */
final class Operators {
    private static final int KEPT_MAX = 10_000;
    private static final Set<String> RUNTIMES = Set.of(
            "",
            "ai.onnx",
            "ai.onnx.ml",
            "ai.onnx.training",
            "ai.onnx.preview",
            "ai.onnx.preview.training",
            "com.microsoft");
    private static final Set<String> PYTHON = Set.of("PyOp", "PyCustomOp", "PythonOp", "PythonOpGrad");
    /** What onnxruntime-extensions brings: tokenisers and decoders of pictures and sounds. */
    private static final String EXTENSIONS = "ai.onnx.contrib";

    private record Operator(String domain, String type) {}

    private final Inspection inspection;
    private final Map<Operator, Long> used = new LinkedHashMap<>();
    private final Set<Operator> defined = new HashSet<>();

    Operators(Inspection inspection) {
        this.inspection = inspection;
    }

    /** OperatorSetIdProto. */
    void set(ProtoReader set) {
        String domain = "";
        long version = 0;
        while (set.next()) {
            if (set.number() == 1) {
                domain = set.text(256);
            } else if (set.number() == 2) {
                version = set.value();
            }
        }
        if (domain.isEmpty() || domain.equals("ai.onnx")) {
            inspection.fact("ONNX operators", Long.toString(version));
        }
    }

    void used(String domain, String type, long offset) {
        if (used.size() < KEPT_MAX) {
            used.putIfAbsent(new Operator(domain, type), offset);
        } else if (!used.containsKey(new Operator(domain, type))) {
            inspection.gap(offset, "more than %d different operators".formatted(KEPT_MAX));
        }
    }

    void defined(String domain, String name) {
        if (defined.size() < KEPT_MAX) {
            defined.add(new Operator(domain, name));
        }
    }

    /** Tells what no runtime and no function of the model brings. */
    void tell() {
        var domains = new HashSet<String>();
        used.forEach((operator, offset) -> {
            String domain = operator.domain();
            if (PYTHON.contains(operator.type()) && !defined.contains(operator)) {
                inspection.found(
                        "onnx/python-operator",
                        offset,
                        "the operator %s calls a function of Python".formatted(Snippet.quoted(operator.type())));
            } else if (domain.equals(EXTENSIONS)) {
                inspection.fact("needs", "onnxruntime-extensions");
            } else if (!known(domain) && !defined.contains(operator) && domains.add(domain)) {
                inspection.found(
                        "onnx/custom-operator",
                        offset,
                        "the operator %s of %s needs a library that is loaded with the model"
                                .formatted(Snippet.quoted(operator.type()), Snippet.quoted(domain)));
            }
        });
    }

    private static boolean known(String domain) {
        return RUNTIMES.contains(domain)
                || domain.startsWith("com.microsoft.")
                || domain.startsWith("com.ms.internal")
                || domain.startsWith("org.pytorch.");
    }
}
