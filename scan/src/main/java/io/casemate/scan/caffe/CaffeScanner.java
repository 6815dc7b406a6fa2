package io.casemate.scan.caffe;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .caffemodel}: NetParameter of caffe.proto, with layers of the second form. */
public final class CaffeScanner implements FormatScanner {
    private static final int LAYER = 100;
    private static final int BLOBS = 7;
    private static final int PYTHON = 130;
    private static final int NAME_MAX = 256;
    private static final int FIELDS_MAX = 64;
    private static final int RANK_MAX = 32;

    @Override
    public String id() {
        return "caffe";
    }

    /** The name of the net, perhaps its inputs, and then a layer with a name and a type. */
    @Override
    public Recognition recognises(Content content) {
        try {
            ProtoReader field = ProtoReader.over(content, () -> {});
            for (int i = 0; i < FIELDS_MAX && field.next() && field.number() <= LAYER; i++) {
                if (field.number() == LAYER) {
                    return isLayer(field.message()) ? Recognition.POSSIBLE : Recognition.NO;
                }
                if (i == 0 && (field.number() != 1 || !isName(field))) {
                    return Recognition.NO;
                }
            }
            return Recognition.NO;
        } catch (IndexOutOfBoundsException noMessage) {
            return Recognition.NO;
        }
    }

    private static boolean isLayer(ProtoReader layer) {
        return layer.next()
                && layer.number() == 1
                && isName(layer)
                && layer.next()
                && layer.number() == 2
                && isName(layer);
    }

    private static boolean isName(ProtoReader field) {
        return field.delimited()
                && field.length() > 0
                && field.text(NAME_MAX).chars().allMatch(c -> c >= ' ' && c != 0x7f);
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Caffe");
        for (ProtoReader net = ProtoReader.over(content, inspection::step); net.next(); ) {
            if (net.number() == LAYER) {
                layer(net.message(), inspection);
            }
        }
        inspection.read(0, content.size());
    }

    private static void layer(ProtoReader layer, Inspection inspection) {
        String name = "";
        while (layer.next()) {
            switch (layer.number()) {
                case 1 -> name = layer.text(NAME_MAX);
                case 2 -> {
                    if (layer.text(NAME_MAX).equals("Python")) {
                        inspection.found(
                                "caffe/python-layer",
                                layer.offset(),
                                "the layer %s imports and calls Python".formatted(Snippet.quoted(name)));
                    }
                }
                case BLOBS -> blob(name, layer.message(), inspection);
                case PYTHON -> module(layer.message(), inspection);
                default -> {}
            }
        }
    }

    private static void module(ProtoReader python, Inspection inspection) {
        while (python.next()) {
            if (python.number() == 1) {
                inspection.found(
                        "caffe/python-layer",
                        python.offset(),
                        "loading the net imports the module %s".formatted(Snippet.quoted(python.text(NAME_MAX))));
            }
        }
    }

    private static void blob(String layer, ProtoReader blob, Inspection inspection) {
        List<Long> shape = new ArrayList<>();
        while (blob.next()) {
            switch (blob.number()) {
                case 7 -> shape(blob.message(), shape);
                case 5 -> numbers(layer, shape, ElementType.F32, blob, inspection);
                case 8 -> numbers(layer, shape, ElementType.F64, blob, inspection);
                default -> {}
            }
        }
    }

    private static void shape(ProtoReader message, List<Long> shape) {
        while (message.next()) {
            if (message.delimited()) {
                for (ProtoReader packed = message.message(); packed.more() && shape.size() < RANK_MAX; ) {
                    shape.add(packed.packed());
                }
            } else if (message.wireType() == WireType.VARINT && shape.size() < RANK_MAX) {
                shape.add(message.value());
            }
        }
    }

    private static void numbers(
            String layer, List<Long> shape, ElementType type, ProtoReader packed, Inspection inspection) {
        if (packed.delimited() && packed.length() > 0) {
            String name = Snippet.quoted(layer).replace("'", "");
            inspection.tensor(new Tensor(name, type, shape, packed.bytes().bytes(), packed.offset()));
        }
    }
}
