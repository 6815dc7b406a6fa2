package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.threat.Weights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People are spared questions whose answers change next to nothing, and no other. */
class WorthAskingTest {
    private static final Weights.Bands BANDS = Knowledge.builtIn().weights().bands();

    @Test
    void what_is_not_worth_asking_moves_nothing_into_the_high_band_or_out_of_it() {
        int left = 0;
        for (IncidentSystem system : IncidentSystem.all()) {
            Assessment assessment = system.assess();
            List<Question> rest = new ArrayList<>(assessment.questions());
            rest.removeAll(assessment.worthAsking(BANDS));
            left += rest.size();
            for (Question question : rest) {
                assertThat(question.value()).as(question.id()).isLessThan(0.03);
                assertThat(assessment.risks())
                        .filteredOn(r -> question.scenarios().contains(r.id()))
                        .allSatisfy(r -> assertThat(band(r, r.range().low()) == Band.HIGH)
                                .as(r.id())
                                .isEqualTo(band(r, r.range().high()) == Band.HIGH));
            }
        }
        assertThat(left).isPositive();
    }

    private static Band band(Risk risk, double probability) {
        return Band.of(BANDS.likelihood(probability) * risk.current().impact());
    }
}
