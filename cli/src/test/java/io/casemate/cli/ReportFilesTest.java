package io.casemate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents that are files: a printed page, a workbook, a register; of a system whose names would be formulas. */
class ReportFilesTest {
    private static final List<String> FORMULAS =
            List.of("=HYPERLINK(\"https://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        var elements = new StringBuilder();
        var flows = new StringBuilder();
        for (int i = 0; i < FORMULAS.size(); i++) {
            elements.append("  - {id: api%d, name: '%s', kind: inference-endpoint, zone: inside}\n"
                    .formatted(i, FORMULAS.get(i).replace("'", "''")));
            flows.append("  - {id: f%d, from: visitor, to: api%d, carries: [keys]}\n".formatted(i, i));
        }
        Files.writeString(folder.resolve("casemate.yaml"), """
                casemate: 1
                scope: {name: Shop, owner: '=1+1'}
                zones:
                  - {id: outside, trust: 0}
                  - {id: inside, trust: 2}
                assets:
                  - {id: keys, name: '@keys', kind: secrets, sensitivity: high}
                adversaries:
                  - {id: thief, profile: external-hacker, capability: medium, likelihood: high, access: [outside]}
                elements:
                  - {id: visitor, kind: user, zone: outside}
                %sflows:
                %s""".formatted(elements, flows));
    }

    private byte[] report(String kind, String format) throws IOException {
        Path file = folder.resolve("report." + format);
        Run run = Run.casemate("report", folder, "--kind", kind, "--format", format, "--output", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        return Files.readAllBytes(file);
    }

    @Test
    void a_printed_view_is_a_whole_pdf() throws IOException {
        String pdf = new String(report("attack-surface", "pdf"), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-1.").contains("/Outlines").endsWith("%%EOF\n");
    }

    @Test
    void a_workbook_holds_names_as_texts() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(report("register", "xlsx")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.get("xl/sharedStrings.xml")).contains("=HYPERLINK(");
        assertThat(parts.values()).noneMatch(part -> part.contains("<f>") || part.contains("<f "));
    }

    @Test
    void no_field_of_a_register_is_a_formula() throws IOException {
        String csv = new String(report("register", "csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("HYPERLINK(")
                .doesNotContainPattern("(?m)(^|,)\"?\\s*[=+@]")
                .doesNotContainPattern("(^|,)\"?-[^,0-9]");
    }

    @Test
    void bytes_are_not_written_to_a_terminal() {
        for (String format : List.of("pdf", "xlsx")) {
            Run run = Run.casemate(
                    "report", folder, "--kind", format.equals("pdf") ? "full" : "register", "--format", format);
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("is bytes, not text", "--output");
        }
    }

    @Test
    void a_register_has_no_page_to_print() {
        Run run = Run.casemate(
                "report", folder, "--kind", "register", "--format", "pdf", "--output", folder.resolve("r.pdf"));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("cannot hold a report of kind register", "csv or xlsx");
        assertThat(folder.resolve("r.pdf")).doesNotExist();
    }
}
