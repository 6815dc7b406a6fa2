package io.casemate.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.report.example.Assessments;
import io.casemate.report.example.FraudSystem;
import io.casemate.report.example.Golden;
import io.casemate.report.example.HostileSystem;
import org.junit.jupiter.api.Test;

class MarkdownExporterTest {
    private final MarkdownExporter exporter = new MarkdownExporter();

    @Test
    void reads_as_the_golden_file() {
        Golden.check("fraud.md", exporter.export(Assessments.fraud(), Assessments.KNOWLEDGE));
    }

    @Test
    void names_make_no_markup_links_or_mentions() {
        String page = exporter.export(Assessments.of(HostileSystem.model()), Assessments.KNOWLEDGE);
        assertThat(page)
                .doesNotContain("<script", "<img", "](https://", "@everyone", "https://evil")
                .contains("&lt;script&gt;");
    }

    @Test
    void fits_a_comment_however_many_scenarios_there_are() {
        String page = exporter.export(Assessments.many(FraudSystem.model(), 2_000), Assessments.KNOWLEDGE);
        assertThat(page).hasSizeLessThan(20_000).contains("1990 more in the full report.");
    }
}
