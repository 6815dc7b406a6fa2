package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.Set;

/** Reads the graphs of MXNet: {@code model-symbol.json}. */
public final class MxnetSymbolScanner implements FormatScanner {
    /** Operators that take the address of a function from an attribute of the file (src/operator/custom). */
    private static final Set<String> ADDRESSES = Set.of("_Native", "_NDArray");

    @Override
    public String id() {
        return "mxnet";
    }

    @Override
    public Recognition recognises(Content content) {
        return JsonFields.mentions(content, "\"nodes\"", "\"op\"")
                        && (JsonFields.mentions(content, "\"arg_nodes\"") || namesNodes(content))
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    /** In large graphs the lists that only MXNet writes stand at the end. */
    private static boolean namesNodes(Content content) {
        int tail = (int) Math.min(content.size(), 64 << 10);
        return content.text(content.size() - tail, tail).contains("\"heads\"");
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "MXNet");
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            if (path.size() >= 2
                    && path.getFirst().equals("nodes")
                    && path.get(1).equals("op")) {
                operator(text, offset, inspection);
            } else if (!path.isEmpty() && path.getLast().equals("op_type")) {
                inspection.fact("custom operator", Snippet.quoted(text).replace("'", ""));
            }
        });
    }

    private static void operator(String name, long offset, Inspection inspection) {
        if (ADDRESSES.contains(name)) {
            inspection.found(
                    "mxnet/native-operator",
                    offset,
                    "the operator %s calls a function at an address in the file".formatted(Snippet.quoted(name)));
        } else if (name.equals("Custom") || name.startsWith("_CustomFunction") || name.equals("_TensorRT")) {
            inspection.found(
                    "mxnet/custom-operator",
                    offset,
                    "the operator %s runs what the loading program registers".formatted(Snippet.quoted(name)));
        }
    }
}
