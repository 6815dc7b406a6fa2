package io.casemate.scan.keras;

import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;

/** Reads Keras configurations: {@code config.json} of .keras archives, attributes of HDF5 files, metadata of SavedModels. */
public final class KerasConfigScanner implements FormatScanner {
    private static final int HEAD_BYTES = 16 << 10;

    @Override
    public String id() {
        return "keras";
    }

    @Override
    public Recognition recognises(Content content) {
        if (!content.mayBeText()) {
            return Recognition.NO;
        }
        String head = content.text(0, (int) Math.min(content.size(), HEAD_BYTES), StandardCharsets.ISO_8859_1);
        String start = head.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("\u00ef\u00bb\u00bf{")) {
            return Recognition.NO;
        }
        boolean named = head.contains("\"class_name\"") && head.contains("\"config\"");
        return named || head.contains("\"keras_version\"") || head.contains("\"optimizer_config\"")
                ? Recognition.CERTAIN
                : Recognition.POSSIBLE;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        var walk = new ConfigWalk(content, inspection);
        try {
            walk.run();
        } catch (BrokenJson broken) {
            if (walk.isKeras()) {
                inspection.accept();
                inspection.gap(
                        broken.offset(), "the configuration is no JSON from here on: %s".formatted(broken.what()));
            } else {
                inspection.reject();
            }
        }
    }
}
