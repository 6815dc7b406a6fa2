package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceReportTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("casemate.yaml"), """
                casemate: 1
                scope: {name: '<b>Shop', owner: Somebody}
                zones:
                  - {id: inside, trust: 2}
                elements:
                  - {id: ranker, kind: model, zone: inside}
                reviews:
                  - {date: '2026-11-01', by: Somebody, trigger: initial}
                """);
    }

    private Run report(String framework, String format) {
        return Run.casemate("report", folder, "--kind", "compliance", "--framework", framework, "--format", format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nist-ai-rmf", "iso-42001", "iso-23894", "eu-ai-act"})
    void every_list_of_requirements_is_written_in_every_form(String framework) {
        assertThat(report(framework, "json").out())
                .contains("\"framework\": \"%s\"".formatted(framework), "\"coverage\": ", "\"status\": \"gap\"");
        assertThat(report(framework, "md").out())
                .startsWith("# &lt;b&gt;Shop: ")
                .contains("Words alone count nothing", "| gap |");
        assertThat(report(framework, "html").out())
                .contains("&lt;b&gt;Shop", "claim without evidence")
                .doesNotContain("<b>Shop");
    }

    @Test
    void the_same_moment_gives_the_same_bytes() {
        assertThat(report("nist-ai-rmf", "html")).isEqualTo(report("nist-ai-rmf", "html"));
    }

    @Test
    void a_form_or_a_list_without_requirements_is_refused() {
        assertThat(report("nist-ai-rmf", "sarif").code()).isEqualTo(3);
        Run unknown = report("atlas", "json");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("'atlas' has no requirements");
    }
}
