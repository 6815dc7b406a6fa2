package io.casemate.scan.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateScannerTest {
    @Test
    void a_template_in_documentation_is_an_example() {
        byte[] text = "Use {{ messages }}, never {{ x.__class__ }}.".getBytes(StandardCharsets.UTF_8);
        var scanner = new TemplateScanner();
        assertThat(scanner.recognises(Content.of("repo/README.md", text))).isEqualTo(Recognition.NO);
        assertThat(scanner.recognises(Content.of("repo/chat_template.jinja", text)))
                .isEqualTo(Recognition.POSSIBLE);
        assertThat(scanner.recognises(Content.of("repo/template", text))).isEqualTo(Recognition.POSSIBLE);
    }
}
