package io.casemate.scan.onnx;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads ONNX models: ModelProto of onnx.proto3, IR versions 1 to 12; and a TensorProto alone. */
public final class OnnxScanner implements FormatScanner {
    private static final int TEXT_MAX = 1 << 20;
    private static final int FACT_MAX = 200;

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public Recognition recognises(Content content) {
        return ModelShape.plausible(content) || TensorShape.plausible(content) ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        if (!ModelShape.certain(content, inspection)) {
            tensor(content, inspection);
            return;
        }
        inspection.accept();
        inspection.fact("format", "ONNX");
        var operators = new Operators(inspection);
        var graphs = new GraphReader(content, operators, inspection);
        try {
            model(content, graphs, operators, inspection);
            inspection.read(0, content.size());
        } finally {
            operators.tell(); // what stands before a broken place counts
        }
    }

    private static void tensor(Content content, Inspection inspection) {
        if (!TensorShape.certain(content, inspection)) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("format", "ONNX tensor");
        new TensorReader(content, inspection).read(ProtoReader.over(content, inspection::step));
        inspection.read(0, content.size());
    }

    private static void model(Content content, GraphReader graphs, Operators operators, Inspection inspection) {
        for (ProtoReader field = ProtoReader.over(content, inspection::step); field.next(); ) {
            switch (field.number()) {
                case 1 -> inspection.fact("ONNX IR", Long.toString(field.value()));
                case 2 -> inspection.fact("producer", field.text(FACT_MAX));
                case 3, 4, 5, 26 -> {} // version of the producer, domain, version of the model, devices
                case 6 -> words("the description", field, inspection);
                case 7 -> graphs.graph(field.message(), 0);
                case 8 -> operators.set(field.message());
                case 14 -> property(field.message(), inspection);
                case 20 -> graphs.training(field.message());
                case 25 -> graphs.function(field.message());
                default -> graphs.unknown("a model", field);
            }
        }
    }

    private static void property(ProtoReader entry, Inspection inspection) {
        String key = "";
        while (entry.next()) {
            if (entry.number() == 1) {
                key = entry.text(FACT_MAX);
            } else if (entry.number() == 2) {
                words("the property %s".formatted(Snippet.quoted(key)), entry, inspection);
            }
        }
    }

    private static void words(String where, ProtoReader field, Inspection inspection) {
        Snippet.codeIn(field.text(TEXT_MAX))
                .ifPresent(code -> inspection.found(
                        "onnx/suspicious-metadata",
                        field.offset(),
                        "%s holds code: %s".formatted(where, Snippet.quoted(code))));
    }
}
