package io.casemate.scan.tflite;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads TensorFlow Lite models (tensorflow/lite/schema/schema.fbs), with the zip of associated files that may follow. */
public final class TfliteScanner implements FormatScanner {
    @Override
    public String id() {
        return "tflite";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= 16 && content.has(4, "TFL3") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "TensorFlow Lite");
        new Model(content, inspection).read();
    }
}
