package io.casemate.scan.trial;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.function.BiConsumer;

/** What is no scanner but tells an inspection, tried as if it were one. */
public record Direct(BiConsumer<Content, Inspection> reading) implements FormatScanner {
    /** What a reading of these bytes tells. */
    public static Trial of(byte[] bytes, BiConsumer<Content, Inspection> reading) {
        return Trial.of(new Direct(reading), bytes);
    }

    @Override
    public String id() {
        return "direct";
    }

    @Override
    public Recognition recognises(Content content) {
        return Recognition.CERTAIN;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        reading.accept(content, inspection);
    }
}
