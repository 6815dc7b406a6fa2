package io.casemate.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Incident;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsequenceTest {
    private static final Rating MEDIUM = new Rating(0.2, 1, 0.181, 2, 2);
    private static final Rating HIGH = new Rating(0.9, 1, 0.593, 3, 2);
    private static final Incident HAPPENED = new Incident("line 1", ExampleSides.NOW);
    private static final Risk RISK = risk();

    private static Risk risk() {
        Side side = ExampleSides.side(ExampleSides.model("fraud-detection"));
        return Assessment.of(side.knowledge(), side.model(), side.evidence(), side.digests(), side.asOf())
                .risks()
                .getFirst();
    }

    private static Standing open(Rating rating, Incident incident) {
        return new Standing.Open(new Risk(
                RISK.threat(),
                RISK.part(),
                RISK.path(),
                RISK.story(),
                RISK.adversaries(),
                RISK.presumed(),
                RISK.prior(),
                RISK.terms(),
                RISK.vulnerability(),
                RISK.frequency(),
                RISK.inherent(),
                rating,
                RISK.target(),
                RISK.range(),
                incident,
                RISK.treatment(),
                RISK.mitigations(),
                RISK.evidence(),
                RISK.hiddenBecause()));
    }

    private static Standing ended(boolean verified) {
        return new Standing.Ended(new Answered(RISK.threat().id(), RISK.part().id(), List.of(), verified, HIGH));
    }

    private static Change change(Standing before, Standing after) {
        return Consequence.of(RISK.id(), before, after, List.of()).change();
    }

    @Test
    void each_pair_of_standings_has_its_name() {
        Standing calm = open(MEDIUM, Incident.NONE);
        Standing grave = open(HIGH, Incident.NONE);
        Standing struck = open(HIGH, HAPPENED);
        assertThat(change(Standing.absent(), calm)).isEqualTo(Change.NEW);
        assertThat(change(Standing.absent(), struck)).isEqualTo(Change.INCIDENT);
        assertThat(change(ended(true), calm)).isEqualTo(Change.REOPENED);
        assertThat(change(ended(true), struck)).isEqualTo(Change.INCIDENT);
        assertThat(change(calm, grave)).isEqualTo(Change.WORSE);
        assertThat(change(grave, calm)).isEqualTo(Change.BETTER);
        assertThat(change(grave, struck)).isEqualTo(Change.INCIDENT);
        assertThat(change(struck, grave)).isEqualTo(Change.RETRACTED);
        assertThat(change(calm, ended(false))).isEqualTo(Change.ENDED);
        assertThat(change(struck, ended(false))).isEqualTo(Change.RETRACTED);
        assertThat(change(struck, Standing.absent())).isEqualTo(Change.RETRACTED);
        assertThat(change(calm, Standing.absent())).isEqualTo(Change.GONE);
        assertThat(change(ended(false), ended(true))).isEqualTo(Change.PROVEN);
        assertThat(change(ended(true), ended(false))).isEqualTo(Change.UNPROVEN);
    }

    /** More attempts that succeed less often come to the same a year: said cautiously. */
    @Test
    void what_differs_without_a_direction_is_worse() {
        Standing often = open(new Rating(0.25, 2, 0.393, 2, 2), Incident.NONE);
        Standing seldom = open(new Rating(0.5, 1, 0.393, 2, 2), Incident.NONE);
        assertThat(change(often, seldom)).isEqualTo(Change.WORSE);
        assertThat(change(seldom, often)).isEqualTo(Change.WORSE);
    }

    @Test
    void being_ended_and_being_absent_are_one_but_words_and_proof_are_two() {
        Stances proven = stances(ended(true));
        Stances said = stances(ended(false));
        Stances absent = Stances.of(Map.of());
        assertThat(proven.differing(said)).containsExactly(RISK.id());
        assertThat(proven.differing(absent)).isEmpty();
        assertThat(absent.differing(said)).isEmpty();
        assertThat(stances(open(MEDIUM, Incident.NONE)).differing(absent)).containsExactly(RISK.id());
        assertThat(stances(open(HIGH, HAPPENED)).differing(stances(open(HIGH, Incident.NONE))))
                .containsExactly(RISK.id());
    }

    private static Stances stances(Standing standing) {
        return Stances.of(Map.of(RISK.id(), standing));
    }
}
