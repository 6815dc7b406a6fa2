package io.casemate.core.diff;

import static io.casemate.core.diff.ExampleSides.difference;
import static io.casemate.core.diff.ExampleSides.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void a_removed_guardrail_a_renamed_element_and_a_new_public_flow_are_three_causes() {
        var model = ExampleSides.model("genai-platform");
        for (int v = 0; v < 6; v++) {
            Edited e = new Edited(model);
            e = v % 3 == 0 ? e.without("guard") : v % 3 == 1 ? e.bypassed("guard") : e.rerouted("guard");
            e = e.renamed("retriever", "search", v < 3).flow("f-public", "claimant-mail", "claims-model");
            Difference d = difference(model, e.model());
            System.out.println(told(d));
            assertThat(d.causes()).as(told(d)).hasSize(3);
        }
    }
}
