package io.casemate.core.plan;

import io.casemate.core.money.YearlyLoss;
import io.casemate.core.plan.outcome.Outcomes;
import io.casemate.core.plan.outcome.Stake;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.risk.Supposed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Puts chosen mitigations into an order and says what each does after those before it. */
record Telling(
        Outcomes outcomes, YearlyLoss loss, Map<String, Integer> priorities, LocalDate today, List<Integer> dueDays) {
    private static final double ROUNDING = 1e-9;

    Proposal proposal(Aim aim, boolean[] placed, double value, double bound, Set<String> beyond, int rounds) {
        List<Supposed> before = counted(new boolean[0]);
        List<Supposed> after = counted(placed);
        double gap = value - bound <= ROUNDING * Math.max(1, Math.abs(value)) ? 0 : (value - bound) / value;
        List<Step> steps = steps(placed);
        return new Proposal(
                aim,
                steps,
                steps.stream().mapToLong(s -> s.choice().cost()).sum(),
                value,
                bound,
                Math.min(1, gap),
                sum(before, Worth.RISK),
                sum(after, Worth.RISK),
                lost(before),
                lost(after),
                beyond.stream().sorted().toList(),
                after.stream()
                        .filter(s -> !s.rating().hasEnded())
                        .map(s -> s.candidate().id())
                        .filter(beyond::contains)
                        .toList(),
                rounds);
    }

    private List<Supposed> counted(boolean[] placed) {
        return outcomes.assess(placed).stream().filter(outcomes::counts).toList();
    }

    /** Mean loss of a year of the whole system with these scenarios as they are here; one that is not here has ended. */
    private double lost(List<Supposed> counted) {
        Map<String, Double> now = new HashMap<>();
        outcomes.stakes().forEach(s -> now.put(s.id(), 0.0));
        double more = 0;
        for (Supposed scenario : counted) {
            double probability = scenario.rating().probability();
            now.put(scenario.candidate().id(), probability);
            more += loss.knows(scenario.candidate().id()) ? 0 : loss.alone(scenario.candidate(), probability);
        }
        return more + loss.mean(id -> now.getOrDefault(id, Double.NaN));
    }

    /** The same by the routes known, in which one choice after the other is put in place. */
    private double lost(Map<String, Double> now, List<Stake> stakes, boolean[] placed) {
        Map<String, Double> moved = new HashMap<>();
        stakes.forEach(s -> moved.put(s.id(), s.at(placed)));
        return loss.mean(id -> moved.getOrDefault(id, now.getOrDefault(id, Double.NaN)));
    }

    private Map<String, Double> probabilities(boolean[] placed) {
        Map<String, Double> all = new HashMap<>();
        outcomes.stakes().forEach(s -> all.put(s.id(), s.at(placed)));
        return all;
    }

    private static double sum(List<Supposed> scenarios, Worth worth) {
        return scenarios.stream()
                .filter(s -> s.rating().probability() > 0)
                .mapToDouble(s -> worth.of(
                        s.candidate(), s.rating().probability(), s.rating().impact()))
                .sum();
    }

    /** The next choice is always the one that lowers the risk most for its cost; where none does, the cheapest. */
    private List<Step> steps(boolean[] placed) {
        List<Integer> left = new ArrayList<>(
                IntStream.range(0, placed.length).filter(i -> placed[i]).boxed().toList());
        boolean[] now = new boolean[outcomes.choices().size()];
        List<Stake> stakes = outcomes.stakes().stream()
                .filter(s -> Arrays.stream(s.choices()).anyMatch(c -> c < placed.length && placed[c]))
                .toList();
        double risk = sum(outcomes.stakes(), now, Worth.RISK);
        Map<String, Double> unplaced = probabilities(now);
        double lost = lost(unplaced, List.of(), now);
        List<Step> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int c : left) {
                double gain = -change(stakes, now, c, Worth.RISK)
                        / Math.max(1, outcomes.choices().get(c).cost());
                if (gain > most) {
                    most = gain;
                    best = c;
                }
            }
            risk += change(stakes, now, best, Worth.RISK);
            List<String> lowered = lowered(stakes, now, best);
            now[best] = true;
            double before = lost;
            lost = lost(unplaced, stakes, now);
            double saved = before - lost;
            left.remove(Integer.valueOf(best));
            int priority = priority(lowered);
            LocalDate due = today.plusDays(dueDays.get(priority - 1));
            steps.add(new Step(
                    outcomes.choices().get(best), priority, due, Math.max(0, risk), Math.max(0, lost), saved, lowered));
        }
        return steps;
    }

    /** What each choice alone would do. */
    List<Return> returns() {
        boolean[] none = new boolean[outcomes.choices().size()];
        Map<Integer, List<Stake>> served = new TreeMap<>();
        for (Stake stake : outcomes.stakes()) {
            for (int c : stake.choices()) {
                served.computeIfAbsent(c, x -> new ArrayList<>()).add(stake);
            }
        }
        Map<String, Double> unplaced = probabilities(none);
        double lost = lost(unplaced, List.of(), none);
        List<Return> returns = new ArrayList<>();
        served.forEach((c, stakes) -> {
            double risk = -change(stakes, none, c, Worth.RISK);
            if (risk > 0) {
                List<String> lowered = lowered(stakes, none, c);
                none[c] = true;
                double saved = lost - lost(unplaced, stakes, none);
                none[c] = false;
                returns.add(new Return(outcomes.choices().get(c), risk, Math.max(0, saved), lowered));
            }
        });
        returns.sort(Comparator.comparingDouble(Return::rate)
                .thenComparingDouble(Return::risk)
                .reversed()
                .thenComparing(r -> r.choice().id()));
        return returns;
    }

    private int priority(List<String> scenarios) {
        return scenarios.stream()
                .mapToInt(s -> priorities.getOrDefault(s, 3))
                .min()
                .orElse(3);
    }

    private static double sum(Iterable<Stake> stakes, boolean[] placed, Worth worth) {
        double sum = 0;
        for (Stake stake : stakes) {
            sum += stake.worth(worth, stake.at(placed));
        }
        return sum;
    }

    private static double change(List<Stake> stakes, boolean[] now, int choice, Worth worth) {
        double change = 0;
        for (Stake stake : stakes) {
            if (Arrays.binarySearch(stake.choices(), choice) >= 0) {
                double before = stake.worth(worth, stake.at(now));
                now[choice] = true;
                change += stake.worth(worth, stake.at(now)) - before;
                now[choice] = false;
            }
        }
        return change;
    }

    private static List<String> lowered(List<Stake> stakes, boolean[] now, int choice) {
        List<String> lowered = new ArrayList<>();
        for (Stake stake : stakes) {
            double before = stake.at(now);
            now[choice] = true;
            if (stake.at(now) < before) {
                lowered.add(stake.id());
            }
            now[choice] = false;
        }
        return lowered;
    }
}
