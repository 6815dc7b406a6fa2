package io.casemate.report.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Weights;
import io.casemate.report.example.Assessments;
import io.casemate.report.example.HostileSystem;
import io.casemate.report.html.HtmlDocument;
import io.casemate.report.markdown.MarkdownDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackTreesTest {
    private static final Weights.Effort EFFORT = Assessments.KNOWLEDGE.weights().effort();
    private static final Path SCHEMA =
            Path.of(System.getProperty("casemate.root", ".."), "knowledge/schema/attack-tree.schema.json");
    private static final Assessment FRAUD = Assessments.fraud();

    @Test
    void json_is_what_its_schema_says() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        for (var assessment : List.of(FRAUD, Assessments.of(HostileSystem.model()))) {
            String json = AttackTrees.of(assessment, EFFORT, "").json().pretty();
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void a_page_has_a_picture_and_cut_sets_for_each_asset() {
        String page = HtmlDocument.of(AttackTrees.of(FRAUD, EFFORT, "").document());
        assertThat(page).contains("<figure class=\"canvas tree\"", "<svg class=\"dfd\"", "Minimal cut sets");
        String text = MarkdownDocument.of(AttackTrees.of(FRAUD, EFFORT, "").document());
        assertThat(text).contains("```mermaid\nflowchart TD\n", "a year");
    }

    @Test
    void what_comes_from_a_model_is_never_markup() {
        AttackTrees hostile = AttackTrees.of(Assessments.of(HostileSystem.model()), EFFORT, "");
        assertThat(HtmlDocument.of(hostile.document())).doesNotContain("<script>alert", "<img src=x");
        assertThat(hostile.mermaid()).doesNotContain("<script", "<img");
        assertThat(hostile.dot().lines().filter(l -> l.contains("label=")))
                .allMatch(l -> l.strip().endsWith("]"));
    }

    @Test
    void one_asset_alone_may_be_asked_for_and_an_unknown_one_is_refused() {
        String asset = FRAUD.topology().model().assets().getFirst().id();
        AttackTrees one = AttackTrees.of(FRAUD, EFFORT, asset);
        assertThat(one.document().sections()).hasSizeLessThanOrEqualTo(1);
        assertThatThrownBy(() -> AttackTrees.of(FRAUD, EFFORT, asset + "x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("did you mean '%s'".formatted(asset));
    }

    @Test
    void the_same_assessment_gives_the_same_bytes() {
        assertThat(AttackTrees.of(FRAUD, EFFORT, "").dot())
                .isEqualTo(AttackTrees.of(Assessments.fraud(), EFFORT, "").dot());
        assertThat(HtmlDocument.of(AttackTrees.of(FRAUD, EFFORT, "").document()))
                .isEqualTo(HtmlDocument.of(
                        AttackTrees.of(Assessments.fraud(), EFFORT, "").document()));
    }
}
