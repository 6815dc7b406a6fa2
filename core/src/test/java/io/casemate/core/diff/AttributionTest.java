package io.casemate.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.edit.Act;
import io.casemate.core.diff.edit.Act.Aspect;
import io.casemate.core.diff.edit.Act.Change;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Stance;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who moved one scenario, where how it stands is a plain function of what was done. */
class AttributionTest {
    private static final String SCENARIO = "evasion@model";
    private static final Act DOOR = act("door");
    private static final Act GUARD = act("guard");
    private static final Act PAINT = act("paint");

    private static Act act(String id) {
        return new Act(Change.CHANGED, Kind.ELEMENT, id, Aspect.FACTS, Set.of(), List.of());
    }

    /** It stands at this probability a year; below 0 it is not there. */
    private static Stances at(double probability) {
        return probability < 0
                ? Stances.of(List.of())
                : Stances.of(List.of(new Stance.Open(SCENARIO, new Rating(probability, 1, probability, 2, 1), false)));
    }

    private static List<Act> movers(Function<Set<Act>, Double> probability) {
        List<Act> acts = List.of(DOOR, GUARD, PAINT);
        return new Attribution(
                        acts,
                        at(probability.apply(Set.of())),
                        at(probability.apply(Set.copyOf(acts))),
                        done -> at(probability.apply(done)))
                .of(SCENARIO);
    }

    @Test
    void one_that_moves_it_whatever_the_others_do_moves_it_alone() {
        assertThat(movers(done -> done.contains(GUARD) ? 0.5 : 0.2)).containsExactly(GUARD);
    }

    @Test
    void one_that_counts_only_once_another_is_done_has_its_part() {
        assertThat(movers(done -> !done.contains(DOOR) ? -1.0 : done.contains(GUARD) ? 0.5 : 0.2))
                .containsExactly(DOOR, GUARD);
    }

    @Test
    void one_that_counts_only_while_another_is_not_done_has_its_part() {
        assertThat(movers(done -> done.contains(DOOR) ? 0.9 : done.contains(GUARD) ? 0.5 : 0.2))
                .containsExactly(DOOR, GUARD);
    }

    @Test
    void two_of_which_either_would_do_have_both_their_part() {
        assertThat(movers(done -> done.contains(DOOR) || done.contains(GUARD) ? -1.0 : 0.2))
                .containsExactly(DOOR, GUARD);
    }

    @Test
    void two_of_which_each_hides_what_the_other_undoes_are_found_together() {
        Function<Set<Act>, Double> twoOfThree = done ->
                List.of(DOOR, GUARD, PAINT).stream().filter(done::contains).count() > 1 ? 0.2 : -1.0;
        assertThat(movers(twoOfThree)).hasSize(2);
    }

    @Test
    void the_one_that_moves_it_most_comes_first() {
        assertThat(movers(done -> 0.1 + (done.contains(DOOR) ? 0.1 : 0) + (done.contains(PAINT) ? 0.4 : 0)))
                .containsExactly(PAINT, DOOR);
    }
}
