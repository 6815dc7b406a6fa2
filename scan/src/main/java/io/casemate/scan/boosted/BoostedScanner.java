package io.casemate.scan.boosted;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;

/** Reads XGBoost (JSON, UBJSON and the old binary format), LightGBM (text) and CatBoost (cbm). */
public final class BoostedScanner implements FormatScanner {
    private static final int HEAD = 64 << 10;

    @Override
    public String id() {
        return "boosted";
    }

    @Override
    public Recognition recognises(Content content) {
        if (content.has(0, "binf")
                || content.has(0, "CBM1")
                || content.has(0, "tree\nversion=v")
                || Ubjson.begins(content)) {
            return Recognition.CERTAIN;
        }
        return content.size() > 20 && content.u8(0) == '{' && namesLearner(content)
                ? Recognition.POSSIBLE
                : Recognition.NO;
    }

    private static boolean namesLearner(Content content) {
        String head = content.text(0, (int) Math.min(HEAD, content.size()), StandardCharsets.ISO_8859_1);
        return head.contains("\"learner\"");
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        if (content.has(0, "CBM1")) {
            accept("CatBoost", inspection);
            CatboostBinary.read(content, inspection);
        } else if (content.has(0, "binf")) {
            accept("XGBoost", inspection);
            XgboostBinary.read(content, inspection);
        } else if (content.has(0, "tree\n")) {
            accept("LightGBM", inspection);
            LightgbmText.read(content, inspection);
        } else if (content.has(0, "{\"") || !Ubjson.begins(content)) {
            XgboostJson.read(content, inspection);
        } else {
            accept("XGBoost", inspection);
            new Ubjson(content, inspection).read();
        }
    }

    static void accept(String framework, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", framework);
    }
}
