package io.casemate.core.plan;

import io.casemate.core.plan.outcome.Outcomes;
import io.casemate.core.plan.outcome.Stake;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.plan.program.Program;
import io.casemate.core.plan.program.Term;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposed;
import io.casemate.core.threat.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** What a plan is after, as a program over the choices known so far. */
sealed interface Goal {
    Program program(Outcomes outcomes);

    /** What an assessment makes of the goal, cost excluded. */
    double value(Supposed scenario);

    /** The lowest sum of {@link Worth} for a budget. */
    record Lowest(long budget, Worth worth) implements Goal {
        @Override
        public Program program(Outcomes outcomes) {
            return new Program(costs(outcomes), terms(outcomes, stake -> p -> stake.worth(worth, p)), 0, budget);
        }

        @Override
        public double value(Supposed scenario) {
            return worth.of(
                    scenario.candidate(),
                    scenario.rating().probability(),
                    scenario.rating().impact());
        }
    }

    /**
     * The least cost at which every scenario is of a band or below it.
     *
     * @param beyond ids of the scenarios that no choices bring there
     */
    record Under(Band appetite, Weights.Bands bands, Set<String> beyond) implements Goal {
        @Override
        public Program program(Outcomes outcomes) {
            return new Program(costs(outcomes), terms(outcomes, stake -> broken(stake, outcomes)), 1, Long.MAX_VALUE);
        }

        /** More than mending the scenario by all choices it depends on would cost: so it never pays to leave it. */
        private DoubleUnaryOperator broken(Stake stake, Outcomes outcomes) {
            double penalty = beyond.contains(stake.id())
                    ? 0
                    : 1.0
                            + Arrays.stream(stake.choices())
                                    .mapToLong(c -> outcomes.choices().get(c).cost())
                                    .sum();
            return p -> stake.over(appetite, bands, p) ? penalty : 0;
        }

        /** An assessment above the appetite is no plan, whatever it costs. */
        @Override
        public double value(Supposed scenario) {
            boolean over = scenario.rating().band().compareTo(appetite) > 0;
            return over && !beyond.contains(scenario.candidate().id()) ? Double.POSITIVE_INFINITY : 0;
        }
    }

    private static long[] costs(Outcomes outcomes) {
        return outcomes.choices().stream().mapToLong(c -> c.cost()).toArray();
    }

    private static List<Term> terms(Outcomes outcomes, Function<Stake, DoubleUnaryOperator> value) {
        return outcomes.stakes().stream()
                .<Term>map(stake -> new Weighed(stake, value.apply(stake)))
                .toList();
    }

    /** A scenario as a term: a function of its probability that never falls where the probability rises. */
    record Weighed(Stake stake, DoubleUnaryOperator value) implements Term {
        @Override
        public int[] choices() {
            return stake.choices();
        }

        @Override
        public double at(boolean[] placed) {
            return value.applyAsDouble(stake.at(placed));
        }

        @Override
        public double least(byte[] state) {
            return value.applyAsDouble(stake.least(state));
        }
    }
}
