package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads pictures, sounds, documents and tables, as far as needed to see what is hidden behind them. */
public final class MediaScanner implements FormatScanner {
    @Override
    public String id() {
        return "media";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= 8 && MediaFormat.of(content).isPresent() ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        MediaFormat format = MediaFormat.of(content).orElseThrow(IndexOutOfBoundsException::new);
        inspection.accept();
        inspection.fact("format", format.name());
        long end = format.walk().end(content, inspection);
        if (end < 0 || end > content.size()) {
            inspection.gap(content.size(), "the %s is cut off".formatted(format.name()));
            end = content.size();
        }
        inspection.read(0, end);
        Tail.tell(content, end, inspection);
    }
}
