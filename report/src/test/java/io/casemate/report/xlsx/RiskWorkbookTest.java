package io.casemate.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.risk.Assessment;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.HostileSystem;
import io.casemate.report.register.Prices;
import io.casemate.report.register.Register;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class RiskWorkbookTest {
    private static byte[] workbook(Assessment assessment) {
        return RiskWorkbook.of(
                Register.of(assessment, Assessments.KNOWLEDGE, Prices.NONE), Assessments.KNOWLEDGE, EvidenceBook.EMPTY);
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void there_is_a_sheet_for_each_table() throws IOException {
        assertThat(parts(workbook(Assessments.fraud())).get("xl/workbook.xml"))
                .containsSubsequence("Risks", "Actions", "Coverage", "Evidence", "Questions", "Money");
    }

    @Test
    void each_sheet_is_a_table_with_a_frozen_header_and_filters() throws IOException {
        Map<String, String> parts = parts(workbook(Assessments.fraud()));
        for (int sheet = 1; sheet <= 6; sheet++) {
            assertThat(parts.get("xl/worksheets/sheet%d.xml".formatted(sheet)))
                    .contains("state=\"frozen", "<tablePart", "paperSize=\"9\"");
            assertThat(parts.get("xl/tables/table%d.xml".formatted(sheet)))
                    .contains("<autoFilter ref=\"A1:", "Table\"", "name=\"");
        }
    }

    @Test
    void chances_are_percentages_and_dates_are_dates() throws IOException {
        String styles = parts(workbook(Assessments.fraud())).get("xl/styles.xml");
        assertThat(styles).contains("0.0%", "yyyy-mm-dd", "#,##0");
        assertThat(parts(workbook(Assessments.fraud())).get("xl/worksheets/sheet2.xml"))
                .as("1 October 2026 as a number of days")
                .contains("<v>46296");
    }

    @Test
    void whatever_a_model_says_no_cell_is_a_formula_and_every_part_is_xml() throws Exception {
        for (Map.Entry<String, String> part :
                parts(workbook(Assessments.of(HostileSystem.model()))).entrySet()) {
            assertThat(part.getValue()).as(part.getKey()).doesNotContain("<f>", "<f ");
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getValue().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void the_same_assessment_gives_the_same_bytes_dated_as_it_is() throws Exception {
        byte[] first = workbook(Assessments.fraud());
        assertThat(workbook(Assessments.fraud())).isEqualTo(first);
        assertThat(parts(first).get("docProps/core.xml")).contains(">2026-11-21T09:00:00Z<");
    }
}
