package io.casemate.scan.paddle;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;

/** Reads parameters of Paddle ({@code .pdiparams}, {@code __params__}): tensors one after the other, without names. */
public final class PaddleParametersScanner implements FormatScanner {
    @Override
    public String id() {
        return "paddle-parameters";
    }

    @Override
    public Recognition recognises(Content content) {
        return content.size() > ParameterHead.BYTES_MIN
                        && content.i32(0) == 0
                        && ParameterHead.read(content, 0, () -> {}).type().isPresent()
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("framework", "Paddle");
        long at = 0;
        for (int number = 0; at < content.size(); number++) {
            inspection.step();
            ParameterHead head = ParameterHead.read(content, at, inspection::step);
            if (head.type().isEmpty()) {
                inspection.gap(at, "a tensor has an element type that is not known");
                return;
            }
            inspection.read(at, head.data() - at);
            inspection.tensor(head.tensor("parameter " + number, content));
            at = head.data() + head.bytes();
        }
    }
}
