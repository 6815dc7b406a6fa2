package io.casemate.scan.coreml;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.protobuf.WireType;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads {@code .mlmodel}: Model of Core ML's Model.proto, pipelines of models too. */
public final class CoremlScanner implements FormatScanner {
    private static final int VERSION_MAX = 50;
    private static final int TEXT_MAX = 1_024;
    private static final int DEPTH_MAX = 20;
    private static final int PROGRAM = 502;
    private static final int CUSTOM_MODEL = 555;
    private static final int LINKED_MODEL = 556;
    private static final int CUSTOM_LAYER = 500;

    @Override
    public String id() {
        return "coreml";
    }

    /** A version, a description, and then a model whose field has a large number. */
    @Override
    public Recognition recognises(Content content) {
        try {
            ProtoReader field = ProtoReader.over(content, () -> {});
            boolean version = field.next() && field.number() == 1 && field.wireType() == WireType.VARINT;
            if (!version || field.value() < 1 || field.value() > VERSION_MAX) {
                return Recognition.NO;
            }
            boolean description = field.next() && field.number() == 2 && field.delimited();
            while (description && field.next()) {
                if (isModel(field.number())) {
                    return field.delimited() ? Recognition.POSSIBLE : Recognition.NO;
                }
            }
            return Recognition.NO;
        } catch (IndexOutOfBoundsException noMessage) {
            return Recognition.NO;
        }
    }

    private static boolean isModel(int number) {
        return number >= 200 && number <= 3_000;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "Core ML");
        model(ProtoReader.over(content, inspection::step), 0, inspection);
        inspection.read(0, content.size());
    }

    private static void model(ProtoReader model, int depth, Inspection inspection) {
        if (depth > DEPTH_MAX) {
            throw new IndexOutOfBoundsException("models are nested deeper than %d levels".formatted(DEPTH_MAX));
        }
        while (model.next()) {
            switch (model.number()) {
                case 1, 2, 10 -> {} // version, description, whether it learns on
                case 200, 201 -> pipelineOf(model.message(), depth, inspection);
                case 202 -> pipeline(model.message(), depth, inspection);
                case 303, 403, 500 -> network(model.message(), inspection);
                case PROGRAM -> Program.tell(model.message(), inspection);
                case CUSTOM_MODEL ->
                    named("coreml/custom-model", "a model of the class", model.message(), 1, inspection);
                case LINKED_MODEL -> linked(model, inspection);
                default -> {
                    if (!isModel(model.number())) {
                        inspection.gap(
                                model.offset(), "a model has a field %d that is not known".formatted(model.number()));
                    }
                }
            }
        }
    }

    private static void pipelineOf(ProtoReader classifier, int depth, Inspection inspection) {
        while (classifier.next()) {
            if (classifier.number() == 1) {
                pipeline(classifier.message(), depth, inspection);
            }
        }
    }

    private static void pipeline(ProtoReader pipeline, int depth, Inspection inspection) {
        while (pipeline.next()) {
            if (pipeline.number() == 1) {
                model(pipeline.message(), depth + 1, inspection);
            }
        }
    }

    private static void network(ProtoReader network, Inspection inspection) {
        while (network.next()) {
            if (network.number() == 1) {
                Weights.tell(network.message(), inspection);
                for (ProtoReader layer = network.message(); layer.next(); ) {
                    if (layer.number() == CUSTOM_LAYER) {
                        named("coreml/custom-layer", "a layer of the class", layer.message(), 10, inspection);
                    }
                }
            }
        }
    }

    private static void named(String rule, String what, ProtoReader custom, int nameField, Inspection inspection) {
        String name = "";
        long at = -1;
        while (custom.next()) {
            if (custom.number() == nameField) {
                name = custom.text(TEXT_MAX);
                at = custom.offset();
            }
        }
        inspection.found(rule, at, "%s %s, which the app must bring".formatted(what, Snippet.quoted(name)));
    }

    private static void linked(ProtoReader model, Inspection inspection) {
        inspection.found("coreml/linked-model", model.offset(), "the model is loaded from another file");
    }
}
