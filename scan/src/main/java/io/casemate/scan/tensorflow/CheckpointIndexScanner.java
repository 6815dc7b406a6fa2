package io.casemate.scan.tensorflow;

import io.casemate.scan.protobuf.ProtoReader;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads the index of a checkpoint: {@code variables.index}, {@code model.ckpt.index}. */
public final class CheckpointIndexScanner implements FormatScanner {
    @Override
    public String id() {
        return "tensorflow-index";
    }

    @Override
    public Recognition recognises(Content content) {
        return BundleTable.isTable(content) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "TensorFlow");
        new BundleTable(content, inspection).read((key, offset, length) -> {
            if (!key.isEmpty()) {
                BundleEntry.read(ProtoReader.over(content, offset, length, inspection::step));
            }
        });
        inspection.read(0, content.size());
    }
}
