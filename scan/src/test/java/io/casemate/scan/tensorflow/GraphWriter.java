package io.casemate.scan.tensorflow;

import static io.casemate.scan.protobuf.ProtoWriter.proto;

import io.casemate.scan.protobuf.ProtoWriter;

/** Builds TensorFlow graphs, for tests. */
final class GraphWriter {
    private final ProtoWriter graph = proto();
    private final ProtoWriter library = proto();

    static GraphWriter graph() {
        return new GraphWriter();
    }

    GraphWriter node(String name, String operation) {
        graph.message(1, proto().text(1, name).text(2, operation));
        return this;
    }

    /** A node with an attribute of text. */
    GraphWriter node(String name, String operation, String attribute, String value) {
        ProtoWriter entry = proto().text(1, attribute).message(2, proto().text(2, value));
        graph.message(1, proto().text(1, name).text(2, operation).message(5, entry));
        return this;
    }

    /** A node with inputs. */
    GraphWriter fed(String name, String operation, String... inputs) {
        ProtoWriter node = proto().text(1, name).text(2, operation);
        for (String input : inputs) {
            node.text(3, input);
        }
        graph.message(1, node);
        return this;
    }

    /** A constant text. */
    GraphWriter constantText(String name, String value) {
        ProtoWriter tensor = proto().varint(1, 7).text(8, value);
        ProtoWriter entry = proto().text(1, "value").message(2, proto().message(8, tensor));
        graph.message(1, proto().text(1, name).text(2, "Const").message(5, entry));
        return this;
    }

    /** A constant of 32-bit numbers. */
    GraphWriter constant(String name, byte... values) {
        ProtoWriter shape = proto().message(2, proto().varint(1, values.length / 4));
        ProtoWriter tensor = proto().varint(1, 1).message(2, shape).bytes(4, values);
        ProtoWriter entry = proto().text(1, "value").message(2, proto().message(8, tensor));
        graph.message(1, proto().text(1, name).text(2, "Const").message(5, entry));
        return this;
    }

    /** A function of one node. */
    GraphWriter function(String name, String operation) {
        library.message(
                1,
                proto().message(1, proto().text(1, name))
                        .message(3, proto().text(1, "inner").text(2, operation)));
        return this;
    }

    /** The graph alone, as frozen graphs are. */
    byte[] frozen() {
        return message().toBytes();
    }

    byte[] metaGraph() {
        return meta().toBytes();
    }

    byte[] savedModel() {
        return proto().varint(1, 1).message(2, meta()).toBytes();
    }

    /** A SavedModel with an asset. */
    byte[] savedModelWithAsset(String path) {
        return proto().varint(1, 1)
                .message(2, meta().message(6, proto().text(2, path)))
                .toBytes();
    }

    private ProtoWriter meta() {
        return proto().message(1, proto().text(4, "serve").text(5, "2.15.0")).message(2, message());
    }

    private ProtoWriter message() {
        return graph.message(2, library);
    }
}
