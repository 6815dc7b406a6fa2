package io.casemate.scan.executorch;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads programs of ExecuTorch, {@code .pte} (executorch, schema/program.fbs and schema/extended_header.h). */
public final class ExecutorchScanner implements FormatScanner {
    @Override
    public String id() {
        return "executorch";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() >= 16 && content.has(4, "ET12") ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "ExecuTorch");
        new Program(content, inspection).read();
    }
}
