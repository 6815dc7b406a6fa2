package io.casemate.report.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casemate.core.Assessor;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.plan.Aim;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Progress;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposition;
import io.casemate.report.example.Assessments;
import io.casemate.report.markdown.MarkdownDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanDocumentsTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("casemate.root", ".."), "knowledge/schema/plan.schema.json");
    private static final Plan PLAN = plan();

    @Test
    void json_is_what_its_schema_says() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        assertThat(schema.validate(PlanJson.of(PLAN).pretty(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_document_says_what_to_do_and_what_is_proven() {
        String text = MarkdownDocument.of(PlanPage.of(PLAN, Knowledge.builtIn()));
        assertThat(text).contains("Lowest risk for", "Cheapest plan with no risk above medium", "Proven:");
    }

    private static Plan plan() {
        Knowledge knowledge = Knowledge.builtIn();
        Path model = Path.of(System.getProperty("casemate.root", ".."), "examples/fraud-detection/casemate.yaml");
        var system = SystemModelReader.read(model, knowledge.vocabulary());
        Assessment fraud = Assessor.assess(knowledge, system, EvidenceBook.EMPTY, Map.of(), Assessments.AS_OF);
        var supposition = Supposition.of(knowledge, system, EvidenceBook.EMPTY, Map.of(), fraud.asOf());
        return Plan.of(
                knowledge,
                supposition,
                fraud,
                List.of(new Aim.Budget(30_000), new Aim.Appetite(Band.MEDIUM)),
                Progress.NOBODY);
    }
}
