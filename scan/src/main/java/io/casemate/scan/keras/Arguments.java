package io.casemate.scan.keras;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Inspection;
import java.util.Optional;
import java.util.Set;

/** Layers of Keras itself that reach out when they are made: for vocabularies, other models, TensorFlow functions. */
final class Arguments {
    private static final Set<String> LOOKUPS =
            Set.of("StringLookup", "IntegerLookup", "IndexLookup", "TextVectorization");
    private static final Set<String> MODELS = Set.of("TFSMLayer", "KerasLayer", "HubLayer", "TFHubLayer");
    private static final Set<String> FUNCTIONS =
            Set.of("TFOpLambda", "ClassMethod", "SlicingOpLambda", "TensorFlowOpLayer");

    private Arguments() {}

    static void judge(String className, Node node, Inspection inspection) {
        String simple = className.substring(className.lastIndexOf('>') + 1);
        if (LOOKUPS.contains(simple)) {
            file(node.configured("vocabulary"), "a vocabulary", "keras/file-reference", node, inspection);
            file(node.configured("idf_weights"), "weights", "keras/file-reference", node, inspection);
        }
        if (MODELS.contains(simple)) {
            Optional<String> path = node.configured("filepath").or(() -> node.configured("handle"));
            file(path, "another model", "keras/external-model", node, inspection);
        }
        if (FUNCTIONS.contains(simple)) {
            function(node, inspection);
        }
        if (simple.equals("TorchModuleWrapper")) {
            inspection.found(
                    "keras/pickled-module", node.offset, "a TorchModuleWrapper unpickles the module that it wraps");
        }
    }

    private static void file(Optional<String> path, String what, String rule, Node node, Inspection inspection) {
        if (path.isEmpty() || path.get().isEmpty()) {
            return;
        }
        String message = "a layer loads %s from %s".formatted(what, Snippet.quoted(path.get()));
        inspection.found(leaves(path.get()) ? "keras/escaping-path" : rule, node.offset, message);
    }

    /** A function of TensorFlow by its public name; those that only compute are many, those that reach out are few. */
    private static void function(Node node, Inspection inspection) {
        String name =
                node.configured("function").or(() -> node.configured("symbol")).orElse("");
        if (!name.isEmpty() && !TensorFlowNames.computes(name)) {
            inspection.found(
                    "keras/unsafe-function",
                    node.offset,
                    "a layer calls the TensorFlow function %s".formatted(Snippet.quoted(name)));
        }
    }

    private static boolean leaves(String path) {
        String plain = path.replace('\\', '/');
        boolean drive = plain.length() > 1 && plain.charAt(1) == ':';
        return plain.startsWith("/")
                || plain.startsWith("~")
                || drive
                || plain.contains("://")
                || ("/" + plain + "/").contains("/../");
    }
}
