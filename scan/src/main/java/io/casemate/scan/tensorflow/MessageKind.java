package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.spi.Content;
import java.util.Optional;

/** Which message a content is, by its first fields: protobuf has no magic number. */
enum MessageKind {
    SAVED_MODEL("SavedModel"),
    META_GRAPH("MetaGraph"),
    GRAPH("graph"),
    KERAS_METADATA("Keras metadata"),
    FINGERPRINT("fingerprint"),
    NONE("");

    private static final int FIELDS_MAX = 12;
    private static final int NAME_MAX = 512;

    private final String title;

    MessageKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static MessageKind of(Content content) {
        if (content.size() < 4) {
            return NONE;
        }
        for (MessageKind kind : values()) {
            if (kind.fits(content)) {
                return kind;
            }
        }
        return NONE;
    }

    private boolean fits(Content content) {
        return switch (this) {
            case SAVED_MODEL -> content.u8(0) == 0x08 && isSavedModel(reader(content));
            case META_GRAPH -> (content.u8(0) == 0x0a || content.u8(0) == 0x12) && isMetaGraph(reader(content));
            case GRAPH -> (content.u8(0) == 0x0a || content.u8(0) == 0x12) && isGraph(reader(content));
            case KERAS_METADATA -> content.u8(0) == 0x0a && isKerasMetadata(reader(content));
            case FINGERPRINT -> content.u8(0) == 0x08 && content.size() < 512 && isFingerprint(content);
            case NONE -> false;
        };
    }

    private static ProtoReader reader(Content content) {
        return ProtoReader.over(content, () -> {});
    }

    private static boolean isSavedModel(ProtoReader model) {
        return is(model, 1, WireType.VARINT)
                && model.value() == 1
                && is(model, 2, WireType.DELIMITED)
                && isMetaGraph(model.message());
    }

    /** Information about the graph, then the graph; either may be left out. */
    private static boolean isMetaGraph(ProtoReader graph) {
        Optional<ProtoReader> first = next(graph);
        if (first.isEmpty() || !graph.delimited()) {
            return false;
        }
        if (graph.number() == 2) {
            return isGraph(graph.message());
        }
        return graph.number() == 1
                && (graph.length() == 0 || isInformation(graph.message()))
                && is(graph, 2, WireType.DELIMITED)
                && isGraph(graph.message());
    }

    /** MetaInfoDef: an optional version, operations, tags, the version of TensorFlow. */
    private static boolean isInformation(ProtoReader information) {
        int last = 0;
        for (int i = 0; i < FIELDS_MAX && next(information).isPresent(); i++) {
            if (information.number() < last || information.number() > 8) {
                return false;
            }
            last = information.number();
        }
        return last > 0;
    }

    /** GraphDef: nodes, then functions, then versions. */
    private static boolean isGraph(ProtoReader graph) {
        if (next(graph).isEmpty()) {
            return false;
        }
        return switch (graph.number()) {
            case 1 -> graph.delimited() && isNode(graph.message());
            case 2 -> graph.delimited() && isLibrary(graph.message());
            default -> false;
        };
    }

    private static boolean isLibrary(ProtoReader library) {
        return is(library, 1, WireType.DELIMITED) && isFunction(library.message());
    }

    private static boolean isFunction(ProtoReader function) {
        if (!is(function, 1, WireType.DELIMITED)) {
            return false;
        }
        ProtoReader signature = function.message();
        return is(signature, 1, WireType.DELIMITED) && signature.length() > 0 && signature.length() < NAME_MAX;
    }

    private static boolean isNode(ProtoReader node) {
        return is(node, 1, WireType.DELIMITED) && named(node) && is(node, 2, WireType.DELIMITED) && named(node);
    }

    private static boolean named(ProtoReader field) {
        return field.length() > 0
                && field.length() < NAME_MAX
                && field.text(NAME_MAX).chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /** SavedMetadata: objects with an id, a path, an identifier such as "_tf_keras_layer" and JSON. */
    private static boolean isKerasMetadata(ProtoReader metadata) {
        if (!is(metadata, 1, WireType.DELIMITED)) {
            return false;
        }
        ProtoReader object = metadata.message();
        for (int i = 0; i < FIELDS_MAX && next(object).isPresent(); i++) {
            if (object.number() == 4) {
                return object.text(64).startsWith("_tf_keras_");
            }
        }
        return false;
    }

    /** FingerprintDef: five hashes, a version, an id. What is zero is left out, so that little may be left to know it by. */
    private static boolean isFingerprint(Content content) {
        boolean named = content.simpleName().equals("fingerprint.pb");
        ProtoReader fingerprint = reader(content);
        int hashes = 0;
        int last = 0;
        while (next(fingerprint).isPresent()) {
            if (fingerprint.number() <= last || fingerprint.number() > 8) {
                return false;
            }
            last = fingerprint.number();
            hashes += fingerprint.wireType() == WireType.VARINT && last <= 5 ? 1 : 0;
        }
        return named ? hashes >= 1 : hashes >= 3 && last >= 5;
    }

    private static boolean is(ProtoReader message, int number, WireType type) {
        return next(message).isPresent() && message.number() == number && message.wireType() == type;
    }

    private static Optional<ProtoReader> next(ProtoReader message) {
        try {
            return message.next() ? Optional.of(message) : Optional.empty();
        } catch (IndexOutOfBoundsException noMessage) {
            return Optional.empty();
        }
    }
}
