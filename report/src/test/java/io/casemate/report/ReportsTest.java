package io.casemate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.report.spi.Report;
import io.casemate.report.spi.ReportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ReportsTest {
    @Test
    void every_kind_is_registered_under_a_name_of_its_own() throws IOException {
        Path kinds = Path.of(System.getProperty("casemate.root", ".."), "report/src/main/java/io/casemate/report/kind");
        try (Stream<Path> files = Files.list(kinds)) {
            assertThat(Reports.ALL.stream().map(r -> r.getClass().getSimpleName() + ".java"))
                    .containsAll(files.map(f -> f.getFileName().toString())
                            .filter(n -> n.endsWith("Report.java"))
                            .toList());
        }
        assertThat(Reports.kinds()).doesNotHaveDuplicates();
        assertThat(Reports.ALL).allSatisfy(r -> assertThat(r.formats()).isNotEmpty());
    }

    @Test
    void the_usual_format_is_the_first() {
        for (Report report : Reports.ALL) {
            assertThat(Reports.choose(report.kind(), "", Map.of()).format())
                    .isEqualTo(report.formats().getFirst());
        }
    }

    @Test
    void all_that_does_not_fit_is_named_at_once() {
        assertThatThrownBy(() -> Reports.choose("stride", "sarif", Map.of(ReportOption.FRAMEWORK, "atlas")))
                .hasMessageContaining(
                        "--format: 'sarif' cannot hold a report of kind stride; write html, md, json or pdf")
                .hasMessageContaining("--framework: a report of kind stride does not look at it");
        assertThatThrownBy(() -> Reports.choose("strid", "", Map.of())).hasMessageContaining("did you mean 'stride'?");
    }
}
