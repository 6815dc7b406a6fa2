package io.casemate.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.plan.outcome.Choice;
import io.casemate.core.plan.outcome.Outcomes;
import io.casemate.core.plan.outcome.Stake;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Plans against trying every set of choices with the whole assessment. */
class PlanOracleTest {
    private static final long SEED = 20261121L;
    private static final int SYSTEMS = 200;
    private static final int CHOICES_MOST = 12;
    private static final double ROUNDING = 1e-9;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** One set of choices as the assessment judges it. */
    private record Tried(long cost, double risk, boolean within) {}

    @Test
    void a_plan_equals_the_best_of_all_sets_on_small_systems() {
        int compared = 0;
        int lowered = 0;
        while (compared < SYSTEMS) {
            RandomSystem system = RandomSystem.of(random);
            Map<Integer, List<Supposed>> assessed = new HashMap<>();
            Outcomes known = learnt(system, assessed);
            int n = known.choices().size();
            if (n < 1 || n > CHOICES_MOST) {
                continue;
            }
            String as = "seed %d system %d %s"
                    .formatted(SEED, compared, system.evidence().evidence());
            compared++;
            Band appetite = random.nextBoolean() ? Band.LOW : Band.MEDIUM;
            List<Tried> all = all(known, assessed, appetite);
            long budget = 5_000L * random.nextInt(1, 20);
            Plan plan = plan(system, List.of(new Aim.Budget(budget), new Aim.Appetite(appetite)));

            double best = all.stream()
                    .filter(t -> t.cost() <= budget)
                    .mapToDouble(Tried::risk)
                    .min()
                    .orElseThrow();
            Proposal lowest = plan.proposals().getFirst();
            assertThat(lowest.optimal()).as(as).isTrue();
            assertThat(lowest.value()).as(as).isCloseTo(best, within(ROUNDING));
            assertThat(lowest.riskAfter()).as(as).isCloseTo(best, within(ROUNDING));
            assertThat(lowest.cost()).as(as).isLessThanOrEqualTo(budget);
            lowered += lowest.riskAfter() < lowest.riskBefore() ? 1 : 0;

            Proposal cheapest = plan.proposals().getLast();
            assertThat(cheapest.optimal()).as(as).isTrue();
            if (cheapest.beyond().isEmpty()) {
                long least = all.stream()
                        .filter(Tried::within)
                        .mapToLong(Tried::cost)
                        .min()
                        .orElseThrow();
                assertThat(cheapest.cost()).as(as).isEqualTo(least);
            }
        }
        assertThat(lowered).isGreaterThan(SYSTEMS / 2);
    }

    @Test
    void what_is_known_never_overstates_a_risk_and_agrees_once_it_has_learnt() {
        int sets = 0;
        for (int i = 0; i < 60; i++) {
            RandomSystem system = RandomSystem.of(random);
            Outcomes known = Outcomes.of(system.knowledge(), system.supposition(), m -> 1);
            for (int round = 0; round < 20; round++) {
                boolean[] placed = new boolean[known.choices().size()];
                for (int c = 0; c < placed.length; c++) {
                    placed[c] = random.nextInt(3) == 0;
                }
                String as = "seed %d system %d round %d".formatted(SEED, i, round);
                List<Supposed> real = known.assess(placed);
                double truth = sum(known, real);
                assertThat(fast(known, placed)).as(as).isLessThanOrEqualTo(truth + ROUNDING);
                known.learn(real, placed);
                boolean[] wide = Arrays.copyOf(placed, known.choices().size());
                assertThat(fast(known, wide)).as(as).isCloseTo(truth, within(ROUNDING));
                sets++;
            }
        }
        assertThat(sets).isEqualTo(1_200);
    }

    /** Every choice there is, the routes that only open up under choices included. */
    private static Outcomes learnt(RandomSystem system, Map<Integer, List<Supposed>> assessed) {
        Outcomes known = Outcomes.of(
                system.knowledge(),
                system.supposition(),
                m -> Math.round(system.knowledge().weights().planning().costAYear(m.cost())));
        int before = -1;
        while (known.choices().size() <= CHOICES_MOST
                && before != known.choices().size()) {
            before = known.choices().size();
            for (int set = 0; set < 1 << Math.min(before, CHOICES_MOST); set++) {
                boolean[] placed = placed(set, known.choices().size());
                known.learn(assessed.computeIfAbsent(set, s -> known.assess(placed)), placed);
            }
        }
        return known;
    }

    private static List<Tried> all(Outcomes known, Map<Integer, List<Supposed>> assessed, Band appetite) {
        List<Tried> all = new ArrayList<>();
        int n = known.choices().size();
        for (int set = 0; set < 1 << n; set++) {
            boolean[] placed = placed(set, n);
            List<Supposed> real = assessed.computeIfAbsent(set, s -> known.assess(placed));
            long cost = 0;
            for (int c = 0; c < n; c++) {
                Choice choice = known.choices().get(c);
                cost += placed[c] ? choice.cost() : 0;
            }
            boolean within = real.stream()
                    .filter(known::counts)
                    .allMatch(s -> s.rating().band().compareTo(appetite) <= 0);
            all.add(new Tried(cost, sum(known, real), within));
        }
        return all;
    }

    private static Plan plan(RandomSystem system, List<Aim> aims) {
        Assessment assessment =
                Assessment.of(system.knowledge(), system.model(), system.evidence(), Map.of(), RandomSystem.NOW);
        return Plan.of(system.knowledge(), system.supposition(), assessment, aims, Progress.NOBODY);
    }

    private static double sum(Outcomes known, List<Supposed> real) {
        return real.stream()
                .filter(known::counts)
                .mapToDouble(s -> s.rating().probability() * s.rating().impact())
                .sum();
    }

    private static double fast(Outcomes known, boolean[] placed) {
        double sum = 0;
        for (Stake stake : known.stakes()) {
            sum += stake.worth(Worth.RISK, stake.at(placed));
        }
        return sum;
    }

    private static boolean[] placed(int set, int n) {
        boolean[] placed = new boolean[n];
        for (int i = 0; i < n; i++) {
            placed[i] = (set >> i & 1) == 1;
        }
        return placed;
    }
}
