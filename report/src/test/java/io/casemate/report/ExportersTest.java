package io.casemate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.report.example.Assessments;
import io.casemate.report.scan.ScanExporters;
import io.casemate.report.spi.Exporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportersTest {
    static List<Exporter> all() {
        return Exporters.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_same_assessment_gives_the_same_text(Exporter exporter) {
        String first = exporter.export(Assessments.fraud(), Assessments.KNOWLEDGE);
        assertThat(exporter.export(Assessments.fraud(), Assessments.KNOWLEDGE)).isEqualTo(first);
        assertThat(first).isNotBlank();
    }

    @Test
    void ids_and_file_names_are_unique() {
        assertThat(Exporters.ids()).doesNotHaveDuplicates().contains("html", "markdown", "json", "sarif");
        assertThat(all()).extracting(Exporter::fileName).doesNotHaveDuplicates();
        assertThat(Exporters.find("pdf-of-tomorrow")).isEmpty();
    }

    @Test
    void every_exporter_is_registered() throws IOException {
        Path classes = Path.of(System.getProperty("casemate.root", ".."), "report/target/classes/io/casemate/report");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> written = files.map(f -> f.getFileName().toString())
                    .filter(n -> n.matches("[A-Z]\\w+Exporter\\.class"))
                    .map(n -> n.replace(".class", ""))
                    .toList();
            List<String> registered = Stream.concat(all().stream(), ScanExporters.ALL.stream())
                    .map(e -> e.getClass().getSimpleName())
                    .distinct()
                    .toList();
            assertThat(registered)
                    .containsExactlyInAnyOrderElementsOf(written.stream()
                            .filter(n -> !n.equals("ScanExporter"))
                            .toList());
        }
    }
}
