package io.casemate.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.model.ElementKind;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MitigationUseTest {
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void a_rate_limit_slows_what_asks_often_and_ends_floods() {
        MitigationUse use = MitigationUse.of(KNOWLEDGE, "rate-limit-queries");

        assertThat(use.lowers()).contains("model-extraction", "score-guided-evasion");
        assertThat(use.ends()).contains("endpoint-flood", "label-only-evasion");
        assertThat(use.kinds()).contains(ElementKind.INFERENCE_ENDPOINT).doesNotContain(ElementKind.DATA_SET);
        assertThat(use.stages()).contains(Stage.INFERENCE);
        assertThat(use.places()).contains(Place.TARGET, Place.PATH);
    }

    @Test
    void the_range_goes_from_a_weak_claim_to_a_strong_proof() {
        MitigationUse use = MitigationUse.of(KNOWLEDGE, "rate-limit-queries");

        assertThat(use.odds().least()).isCloseTo(Math.pow(10, 0.2), within(1e-9)); // weak and claimed: -2 decibans
        assertThat(use.odds().most()).isCloseTo(Math.pow(10, 1.4), within(1e-9)); // strong and verified: -14
    }

    @Test
    void an_exposure_that_is_removed_ends_the_threats_that_need_it() {
        assertThat(MitigationUse.of(KNOWLEDGE, "close-debug-doors").ends()).isEqualTo(Set.of("debug-interface-open"));
    }

    @Test
    void every_mitigation_answers_some_threat() {
        assertThat(KNOWLEDGE.mitigations().keySet()).allSatisfy(id -> {
            MitigationUse use = MitigationUse.of(KNOWLEDGE, id);
            assertThat(use.stages()).as(id).isNotEmpty();
            assertThat(use.kinds().isEmpty() && !use.flows()).as(id).isFalse();
        });
    }

    @Test
    void an_unknown_mitigation_is_refused() {
        assertThatThrownBy(() -> MitigationUse.of(KNOWLEDGE, "pray")).hasMessageContaining("pray");
    }
}
