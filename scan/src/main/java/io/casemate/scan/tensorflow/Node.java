package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One node: what its operation does, and the constants it carries. */
final class Node {
    private static final int NAME_MAX = 512;
    /** Savers take their path first; joins have few parts. */
    private static final int INPUTS_MAX = 8;

    private static final int TENSOR_BYTES_MIN = 1024;

    private final Content content;
    private final Inspection inspection;
    private final Set<String> functions;
    private String name = "";
    private String operation = "";
    private String text = "";
    private final List<String> inputs = new ArrayList<>();
    private long offset;

    /** @param functions names of functions of the graph, which may be called as operations are */
    Node(Content content, Inspection inspection, Set<String> functions) {
        this.content = content;
        this.inspection = inspection;
        this.functions = functions;
    }

    void read(ProtoReader node, Writers writers) {
        while (node.next()) {
            switch (node.number()) {
                case 1 -> name = node.text(NAME_MAX);
                case 2 -> {
                    operation = node.text(NAME_MAX);
                    offset = node.offset();
                }
                case 3 -> input(node.text(NAME_MAX));
                case 5 -> attribute(node.message());
                default -> {}
            }
        }
        writers.add(name, operation, inputs, text, offset);
        tell(name, operation, functions, offset, inspection);
    }

    /**
     * Tells what an operation does. A function may not hide an operation by taking its name.
     *
     * @param functions names of functions of the graph, which may be called as operations are
     */
    static void tell(String name, String operation, Set<String> functions, long offset, Inspection inspection) {
        Operations.Effect effect = Operations.effect(operation);
        boolean function = functions.contains(operation) && effect == Operations.Effect.UNKNOWN;
        if (operation.isEmpty() || function) {
            return;
        }
        String what = "the node %s runs the operation %s".formatted(Snippet.quoted(name), Snippet.quoted(operation));
        switch (effect) {
            case FILES -> inspection.found("tensorflow/file-operation", offset, what);
            case PYTHON -> inspection.found("tensorflow/python-operation", offset, what);
            case SOURCE -> inspection.found("tensorflow/data-source", offset, what);
            case LIBRARY -> inspection.found("tensorflow/library-operation", offset, what);
            case UNKNOWN -> inspection.found("tensorflow/unknown-operation", offset, what);
            case COMPUTING -> {}
        }
    }

    private void input(String input) {
        if (inputs.size() < INPUTS_MAX) {
            inputs.add(input);
        }
    }

    private void attribute(ProtoReader entry) {
        String key = "";
        while (entry.next()) {
            if (entry.number() == 1) {
                key = entry.text(NAME_MAX);
            } else if (entry.number() == 2) {
                value(key, entry.message());
            }
        }
    }

    private void value(String key, ProtoReader value) {
        while (value.next()) {
            if (value.number() == 8) {
                tensor(value.message());
            } else if (value.number() == 2) {
                text(key, value.text(NAME_MAX), value.offset());
            } else if (value.number() == 1 && key.equals("debug_urls")) {
                for (ProtoReader list = value.message(); list.next(); ) {
                    text(key, list.text(NAME_MAX), list.offset());
                }
            }
        }
    }

    /** Attributes that name where an operation writes or sends to. */
    private void text(String key, String text, long at) {
        boolean output = key.equals("output_stream") && text.startsWith("file:");
        if (output || (key.equals("debug_urls") && !text.isEmpty())) {
            inspection.found(
                    "tensorflow/file-operation",
                    at,
                    "the node %s writes to %s".formatted(Snippet.quoted(name), Snippet.quoted(text)));
        }
    }

    private void tensor(ProtoReader tensor) {
        int type = 0;
        List<Long> shape = List.of();
        while (tensor.next()) {
            switch (tensor.number()) {
                case 1 -> type = (int) tensor.value();
                case 2 -> shape = TensorTypes.shape(tensor.message());
                case 4 -> tensor(type, shape, tensor);
                case 8 -> constant(tensor);
                default -> {}
            }
        }
    }

    private void tensor(int type, List<Long> shape, ProtoReader bytes) {
        Optional<ElementType> element = TensorTypes.of(type);
        if (element.isPresent() && bytes.length() >= TENSOR_BYTES_MIN) {
            inspection.tensor(new Tensor(
                    Snippet.quoted(name).replace("'", ""),
                    element.get(),
                    new ArrayList<>(shape),
                    bytes.bytes().bytes(),
                    bytes.offset()));
        }
    }

    /** A constant text: what begins as a pickle, an archive or a program is handed on. */
    private void constant(ProtoReader value) {
        Content bytes = value.bytes();
        text = text.isEmpty() ? value.text(NAME_MAX) : text;
        boolean pickle = bytes.size() > 2 && bytes.u8(0) == 0x80 && bytes.u8(1) >= 2 && bytes.u8(1) <= 5;
        if (pickle || bytes.has(0, "PK\003\004") || bytes.has(0, "\u007fELF")) {
            String path = "%s!constant-%d".formatted(content.name(), value.offset());
            inspection.nested(new Content(path, bytes.bytes(), bytes.family()), value.offset(), value.length());
        }
    }
}
