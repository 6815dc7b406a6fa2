package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Set;

/** Walks graphs, the graphs inside their nodes, functions and training steps. */
final class GraphReader {
    private static final int DEPTH_MAX = 50;
    private static final int NAME_MAX = 256;
    private static final int PATH_MAX = 4_096;

    private final Operators operators;
    private final TensorReader tensors;
    private final Inspection inspection;
    private final Set<String> unknown = new HashSet<>();

    GraphReader(Content content, Operators operators, Inspection inspection) {
        this.operators = operators;
        this.inspection = inspection;
        this.tensors = new TensorReader(content, inspection);
    }

    /** GraphProto. */
    void graph(ProtoReader graph, int depth) {
        if (depth > DEPTH_MAX) {
            inspection.gap(graph.offset(), "graphs are nested deeper than %d levels".formatted(DEPTH_MAX));
            return;
        }
        while (graph.next()) {
            switch (graph.number()) {
                case 1 -> node(graph, depth);
                case 5 -> tensors.read(graph.message());
                case 15 -> sparse(graph.message());
                case 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16 -> {} // names, descriptions, types of values
                default -> unknown("a graph", graph);
            }
        }
    }

    /** FunctionProto: an operator that the model itself defines. */
    void function(ProtoReader function) {
        String name = "";
        String domain = "";
        while (function.next()) {
            switch (function.number()) {
                case 1 -> name = function.text(NAME_MAX);
                case 7 -> node(function, 1);
                case 10 -> domain = function.text(NAME_MAX);
                case 11 -> attribute(function.message(), "", 1);
                default -> {}
            }
        }
        operators.defined(domain, name);
    }

    /** TrainingInfoProto: a graph that initialises and one that learns. */
    void training(ProtoReader training) {
        while (training.next()) {
            if (training.number() == 1 || training.number() == 2) {
                graph(training.message(), 1);
            }
        }
    }

    /** Names a field that this reader does not know, once: loaders pass it over, and it may hold anything. */
    void unknown(String where, ProtoReader field) {
        if (unknown.size() < 20 && unknown.add(where + field.number())) {
            inspection.gap(
                    field.offset(), "%s has a field %d that ONNX does not define".formatted(where, field.number()));
        }
    }

    private void node(ProtoReader field, int depth) {
        String type = "";
        String domain = "";
        for (ProtoReader node = field.message(); node.next(); ) {
            switch (node.number()) {
                case 4 -> type = node.text(NAME_MAX);
                case 7 -> domain = node.text(NAME_MAX);
                default -> {}
            }
        }
        operators.used(domain, type, field.offset());
        for (ProtoReader node = field.message(); node.next(); ) {
            if (node.number() == 5) {
                attribute(node.message(), type, depth);
            } else if (node.number() > 10) {
                unknown("a node", node);
            }
        }
    }

    private void attribute(ProtoReader attribute, String operator, int depth) {
        String name = "";
        while (attribute.next()) {
            switch (attribute.number()) {
                case 1 -> name = attribute.text(NAME_MAX);
                case 4 -> text(operator, name, attribute);
                case 5, 10 -> tensors.read(attribute.message());
                case 6, 11 -> graph(attribute.message(), depth + 1);
                case 22, 23 -> sparse(attribute.message());
                case 2, 3, 7, 8, 9, 12, 13, 14, 15, 20, 21 -> {} // numbers, texts, types
                default -> unknown("an attribute", attribute);
            }
        }
    }

    /** EPContext of ONNX Runtime keeps a compiled graph in its attribute, or names the file of one. */
    private void text(String operator, String name, ProtoReader attribute) {
        if (operator.equals("EPContext") && name.equals("ep_cache_context") && attribute.length() < PATH_MAX) {
            String path = attribute.text(PATH_MAX);
            Location.danger(path)
                    .ifPresent(why -> inspection.found(
                            "onnx/external-path",
                            attribute.offset(),
                            "a compiled graph is loaded from elsewhere: " + why));
        }
    }

    private void sparse(ProtoReader sparse) {
        while (sparse.next()) {
            if (sparse.number() == 1 || sparse.number() == 2) {
                tensors.read(sparse.message());
            }
        }
    }
}
