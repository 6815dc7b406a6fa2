package io.casemate.core.diff;

import static io.casemate.core.diff.ExampleSides.EXAMPLES;
import static io.casemate.core.diff.ExampleSides.difference;
import static io.casemate.core.diff.ExampleSides.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.diff.Consequence.Change;
import io.casemate.core.diff.edit.Act;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DifferencePropertyTest {
    private static final long SEED = 20261121L;
    private static final int ROUNDS = 22;

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    }

    /** Scenarios that stand otherwise, found without anything of the comparison: two assessments of the two files. */
    private static Map<String, Change> oracle(SystemModel before, SystemModel after, Difference difference) {
        Map<String, String> renamed = new HashMap<>();
        difference.causes().forEach(c -> c.act().renames().forEach(r -> renamed.put(r.before(), r.after())));
        Map<String, Standing> was = new TreeMap<>();
        Standing.of(assess(before)).forEach((id, standing) -> {
            int at = id.indexOf('@') + 1;
            was.put(id.substring(0, at) + renamed.getOrDefault(id.substring(at), id.substring(at)), standing);
        });
        Map<String, Standing> is = Standing.of(assess(after));
        Map<String, Change> changes = new TreeMap<>();
        for (String id : Stances.of(was).differing(Stances.of(is))) {
            Standing a = was.getOrDefault(id, Standing.absent());
            Standing b = is.getOrDefault(id, Standing.absent());
            changes.put(id, Consequence.of(id, a, b, List.of()).change());
        }
        return changes;
    }

    private static Assessment assess(SystemModel model) {
        Side side = ExampleSides.side(model);
        return Assessment.of(side.knowledge(), side.model(), side.evidence(), side.digests(), side.asOf());
    }

    private static Map<String, Change> consequences(Difference difference) {
        Map<String, Change> changes = new TreeMap<>();
        difference
                .consequences()
                .forEach(c -> assertThat(changes.put(c.scenario(), c.change()))
                        .as("%s stands twice", c.scenario())
                        .isNull());
        return changes;
    }

    @Test
    void any_single_edit_is_exactly_one_cause_and_nothing_of_the_two_assessments_is_lost() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS * EXAMPLES.size(); round++) {
            String example = EXAMPLES.get(round % EXAMPLES.size());
            SystemModel model = ExampleSides.model(example);
            RandomEdit edit = RandomEdit.of(model, random, round / EXAMPLES.size());
            Difference difference = difference(model, edit.after());
            String told = "seed %d round %d, %s: %s%n%s".formatted(SEED, round, example, edit.what(), told(difference));
            assertThat(difference.causes()).as(told).hasSize(1);
            assertThat(consequences(difference)).as(told).isEqualTo(oracle(model, edit.after(), difference));
            assertThat(difference.consequences())
                    .as(told)
                    .allSatisfy(c -> assertThat(c.with()).isEmpty());
        }
    }

    @Test
    void several_edits_lose_nothing_and_read_backwards_as_forwards() {
        RandomGenerator random = random();
        for (int round = 0; round < ROUNDS; round++) {
            SystemModel model = ExampleSides.model(EXAMPLES.get(round % EXAMPLES.size()));
            SystemModel after = model;
            String what = "";
            for (int n = 0; n < 3; n++) {
                RandomEdit edit = RandomEdit.of(after, random, random.nextInt(22));
                after = edit.after();
                what += edit.what() + "; ";
            }
            Difference there = difference(model, after);
            Difference back = difference(after, model);
            String told = "seed %d round %d: %s%n%s%n%s".formatted(SEED, round, what, told(there), told(back));
            assertThat(consequences(there)).as(told).isEqualTo(oracle(model, after, there));
            assertThat(partition(back, Map.of())).as(told).isEqualTo(partition(there, renamed(back)));
            assertThat(there.causes()).as(told).hasSameSizeAs(back.causes());
        }
    }

    /** Ids of before by those of now. */
    private static Map<String, String> renamed(Difference difference) {
        Map<String, String> renamed = new HashMap<>();
        difference.causes().forEach(c -> c.act().renames().forEach(r -> renamed.put(r.before(), r.after())));
        return renamed;
    }

    /** Which acts have a part in each scenario, whatever the direction. */
    private static Map<String, Set<String>> partition(Difference difference, Map<String, String> ids) {
        Map<String, Set<String>> partition = new TreeMap<>();
        for (Cause cause : difference.causes()) {
            for (Consequence c : cause.consequences()) {
                Set<String> movers = new HashSet<>(Set.of(name(cause.act(), ids)));
                c.with()
                        .forEach(n ->
                                movers.add(name(difference.causes().get(n - 1).act(), ids)));
                int at = c.scenario().indexOf('@') + 1;
                String target = c.scenario().substring(at);
                partition.put(c.scenario().substring(0, at) + ids.getOrDefault(target, target), movers);
            }
        }
        return partition;
    }

    private static String name(Act act, Map<String, String> ids) {
        return "%s %s %s".formatted(act.kind(), ids.getOrDefault(act.id(), act.id()), act.aspect());
    }
}
