package io.casemate.scan.template;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class TemplateContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new TemplateScanner();
    }

    @Override
    protected byte[] benign() {
        return "{% for m in messages %}{{ m['content'] }}{% endfor %}".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "{{ ''.__class__.__mro__[1].__subclasses__() }}".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String name() {
        return "chat_template.jinja";
    }

    /** Without the end of a mark it is a text. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }
}
