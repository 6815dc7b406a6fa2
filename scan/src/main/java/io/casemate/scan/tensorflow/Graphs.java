package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.HashSet;
import java.util.Set;

/** Walks the messages that hold graphs. Numbers of fields as in saved_model.proto, meta_graph.proto, graph.proto, function.proto. */
final class Graphs {
    private static final int NAME_MAX = 512;
    private static final int FUNCTIONS_MAX = 200_000;

    private final Content content;
    private final Inspection inspection;
    private final Set<String> functions = new HashSet<>();

    Graphs(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    void savedModel(ProtoReader model) {
        while (model.next()) {
            if (model.number() == 2 && model.delimited()) {
                metaGraph(model.message());
            }
        }
    }

    void metaGraph(ProtoReader graph) {
        while (graph.next()) {
            switch (graph.number()) {
                case 1 -> information(graph.message());
                case 2 -> graph(graph.message());
                case 6 -> asset(graph.message());
                default -> {}
            }
        }
    }

    /** Functions are named first, because nodes of the graph may call them by their name. */
    void graph(ProtoReader graph) {
        ProtoReader again = graph.same();
        while (graph.next()) {
            if (graph.number() == 2) {
                names(graph.message());
            }
        }
        var writers = new Writers();
        while (again.next()) {
            switch (again.number()) {
                case 1 -> new Node(content, inspection, functions).read(again.message(), writers);
                case 2 -> library(again.message());
                default -> {}
            }
        }
        writers.tell(inspection);
    }

    /** Each object's metadata is a Keras configuration of its own. */
    void kerasMetadata(ProtoReader metadata) {
        while (metadata.next()) {
            if (metadata.number() != 1) {
                continue;
            }
            for (ProtoReader object = metadata.message(); object.next(); ) {
                if (object.number() == 5 && object.delimited() && object.length() > 2) {
                    Content json = object.bytes();
                    String name = "%s!metadata-%d".formatted(content.name(), object.offset());
                    inspection.nested(new Content(name, json.bytes(), json.family()), object.offset(), object.length());
                }
            }
        }
    }

    private void information(ProtoReader information) {
        while (information.next()) {
            if (information.number() == 5 && information.delimited()) {
                inspection.fact(
                        "tensorflow version",
                        Snippet.quoted(information.text(40)).replace("'", ""));
            }
        }
    }

    private void asset(ProtoReader asset) {
        while (asset.next()) {
            if (asset.number() == 2) {
                String path = asset.text(NAME_MAX);
                String plain = path.replace('\\', '/');
                if (plain.startsWith("/") || plain.contains("://") || ("/" + plain + "/").contains("/../")) {
                    inspection.found(
                            "tensorflow/escaping-path",
                            asset.offset(),
                            "an asset is the file %s".formatted(Snippet.quoted(path)));
                }
            }
        }
    }

    private void names(ProtoReader library) {
        while (library.next() && functions.size() < FUNCTIONS_MAX) {
            if (library.number() != 1) {
                continue;
            }
            for (ProtoReader function = library.message(); function.next(); ) {
                if (function.number() == 1) {
                    name(function.message());
                }
            }
        }
    }

    private void name(ProtoReader signature) {
        while (signature.next()) {
            if (signature.number() == 1) {
                String name = signature.text(NAME_MAX);
                inspection.spend(100L + name.length());
                functions.add(name);
            }
        }
    }

    private void library(ProtoReader library) {
        while (library.next()) {
            if (library.number() != 1) {
                continue;
            }
            var writers = new Writers();
            for (ProtoReader function = library.message(); function.next(); ) {
                if (function.number() == 3) {
                    new Node(content, inspection, functions).read(function.message(), writers);
                }
            }
            writers.tell(inspection);
        }
    }
}
