package io.casemate.scan.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.trial.Trial;
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

    @Test
    void templates_of_go_are_not_taken_for_jinja() {
        for (String template : new String[] {
            "{{ .Prompt }}",
            "{{ if .System }}<|system|>{{ .System }}{{ end }}<|user|>{{ .Prompt }}<|assistant|>{{ .Response }}",
            "{{- range $i, $m := .Messages }}{{- if eq .Role \"user\" }}{{ json .Content }}{{- end }}{{- end }}",
            "{{- $last := eq (len (slice $.Messages $i)) 1 -}}{{/* the last one */}}",
            "{{ with .Tools }}{{ printf \"%s\" . | js }}{{ else }}none{{ end }}"
        }) {
            Trial trial = Trial.of(new TemplateScanner(), template.getBytes(StandardCharsets.UTF_8));
            assertThat(trial.rejected).as(template).isTrue();
            assertThat(trial.findings).as(template).isEmpty();
        }
    }
}
