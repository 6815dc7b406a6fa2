package io.casemate.core.plan;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.money.YearlyLoss;
import io.casemate.core.plan.outcome.Outcomes;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.plan.program.Program;
import io.casemate.core.plan.program.Solution;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Supposed;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Weights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds sets of mitigations. The assessment is the judge; a fast model of it, which never overstates a risk, proposes, and learns
 * from each assessment the routes it did not know, until both agree.
 */
final class Planner {
    private static final int ROUNDS_MAX = 60;
    private static final int CHOICES_EXACT = 64;
    private static final int NODES_EXACT = 200_000;
    private static final int NODES = 2_000;

    private final Knowledge knowledge;
    private final Outcomes outcomes;

    private final Telling telling;
    private final Progress progress;

    private Planner(
            Knowledge knowledge, Supposition supposition, Assessment assessment, YearlyLoss loss, Progress progress) {
        this.knowledge = knowledge;
        this.progress = progress;
        Map<String, Double> stated = supposition.topology().model().costs();
        Weights.Planning planning = knowledge.weights().planning();
        this.outcomes = Outcomes.of(
                knowledge, supposition, m -> Math.round(stated.getOrDefault(m.id(), planning.costAYear(m.cost()))));
        Map<String, Integer> priorities = new HashMap<>();
        assessment.risks().forEach(r -> priorities.put(r.id(), r.priority()));
        LocalDate today = LocalDate.ofInstant(assessment.asOf(), ZoneOffset.UTC);
        this.telling = new Telling(outcomes, loss, priorities, today, planning.dueDays());
    }

    static Plan plan(
            Knowledge knowledge, Supposition supposition, Assessment assessment, List<Aim> aims, Progress progress) {
        YearlyLoss loss = YearlyLoss.of(assessment, knowledge);
        var planner = new Planner(knowledge, supposition, assessment, loss, progress);
        List<Proposal> proposals = aims.stream().map(planner::proposal).toList();
        return new Plan(assessment, loss.currency(), proposals, planner.telling.returns());
    }

    private Proposal proposal(Aim aim) {
        return switch (aim) {
            case Aim.Budget(long amount) -> solve(aim, new Goal.Lowest(amount, Worth.RISK), Set.of());
            case Aim.Appetite(Band appetite) -> {
                Set<String> beyond = outcomes.assessAll().stream()
                        .filter(s -> outcomes.counts(s) && s.rating().band().compareTo(appetite) > 0)
                        .map(s -> s.candidate().id())
                        .collect(Collectors.toSet());
                yield solve(aim, new Goal.Under(appetite, knowledge.weights().bands(), beyond), beyond);
            }
        };
    }

    private Proposal solve(Aim aim, Goal goal, Set<String> beyond) {
        boolean[] best = {};
        double bestValue = Double.POSITIVE_INFINITY;
        double bound = Double.NEGATIVE_INFINITY;
        boolean[] start = {};
        int rounds = 0;
        boolean learnt = true;
        while (learnt && rounds < ROUNDS_MAX) {
            rounds++;
            progress.round(rounds);
            Program program = goal.program(outcomes);
            int n = program.costs().length;
            Solution solution = Solution.of(program, Arrays.copyOf(start, n), n <= CHOICES_EXACT ? NODES_EXACT : NODES);
            bound = Math.max(bound, solution.bound());
            start = solution.placed();
            List<Supposed> now = outcomes.assess(start);
            double value = program.price() * program.cost(start)
                    + now.stream()
                            .filter(outcomes::counts)
                            .mapToDouble(goal::value)
                            .sum();
            if (value < bestValue) {
                bestValue = value;
                best = start;
            }
            learnt = outcomes.learn(now, start);
        }
        return telling.proposal(aim, best, bestValue, Math.min(bound, bestValue), beyond, rounds);
    }
}
