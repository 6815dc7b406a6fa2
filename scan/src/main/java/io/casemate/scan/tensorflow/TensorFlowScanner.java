package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads SavedModels, MetaGraphs, frozen graphs and the small protobuf files beside them (tensorflow/core/protobuf). */
public final class TensorFlowScanner implements FormatScanner {
    @Override
    public String id() {
        return "tensorflow";
    }

    @Override
    public Recognition recognises(Content content) {
        return MessageKind.of(content) == MessageKind.NONE ? Recognition.NO : Recognition.POSSIBLE;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        var graphs = new Graphs(content, inspection);
        ProtoReader message = ProtoReader.over(content, inspection::step);
        MessageKind kind = MessageKind.of(content);
        if (kind == MessageKind.NONE) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("framework", "TensorFlow");
        inspection.fact("tensorflow", kind.title());
        switch (kind) {
            case SAVED_MODEL -> graphs.savedModel(message);
            case META_GRAPH -> graphs.metaGraph(message);
            case GRAPH -> graphs.graph(message);
            case KERAS_METADATA -> graphs.kerasMetadata(message);
            case FINGERPRINT -> whole(message);
            case NONE -> {}
        }
        inspection.read(0, content.size());
    }

    /** Passes over all fields, so that what is no message to its end shows. */
    private static void whole(ProtoReader message) {
        while (message.next()) {
            message.offset();
        }
    }
}
