package io.casemate.core.plan.outcome;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Part;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Candidate;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Contribution;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Route;
import io.casemate.core.threat.RouteReading;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Turns routes into {@link Way}s: reads each once with none and once with all of its choices in place, and takes the difference. */
final class WayReader {
    private static final String PRESUMED = "presumed";

    private final Knowledge knowledge;
    private final Supposition supposition;
    private final Menu menu;
    private final Mentions mentions;

    WayReader(Knowledge knowledge, Supposition supposition, Menu menu) {
        this.knowledge = knowledge;
        this.supposition = supposition;
        this.menu = menu;
        this.mentions = new Mentions(supposition.topology());
    }

    /** @param kept whether evidence keeps the scenario, whatever becomes of its conditions */
    Way read(Candidate candidate, Route route, boolean kept) {
        Threat threat = candidate.threat();
        SortedMap<Integer, String> additive = additive(threat, route);
        Map<String, Double> none = sums(threat, route, Set.of());
        Map<String, Double> all = sums(threat, route, additive.keySet());
        double base = none.values().stream().mapToDouble(d -> d).sum();
        SortedMap<Integer, Double> decibans = new TreeMap<>();
        additive.forEach((choice, key) -> {
            double change = all.getOrDefault(key, 0.0) - none.getOrDefault(key, 0.0);
            if (change != 0) {
                decibans.put(choice, change);
            }
        });
        if (!kept && !threat.atTarget()) {
            each(route.steps(), threat.path().blockedBy(), (fact, part) -> {
                int choice = menu.number(fact, part);
                if (choice != Menu.NONE && menu.choice(choice).value()) {
                    decibans.put(choice, Double.NEGATIVE_INFINITY);
                }
            });
        }
        return new Way(
                candidate,
                route,
                base,
                decibans.keySet().stream().mapToInt(i -> i).toArray(),
                decibans.values().stream().mapToDouble(d -> d).toArray(),
                clauses(threat, route, kept),
                attempts(threat, route, kept),
                supposition.probability(candidate));
    }

    /** Choices whose fact is a factor at a place where the threat reads it, with the name its contribution is summed under. */
    private SortedMap<Integer, String> additive(Threat threat, Route route) {
        SortedMap<Integer, String> found = new TreeMap<>();
        List<Factor> factors = new ArrayList<>(threat.mitigations());
        factors.addAll(threat.aggravations());
        for (Factor factor : factors) {
            List<Part> places = switch (factor.at()) {
                case TARGET -> List.of(route.target());
                case ENTRY -> threat.atTarget() ? List.of() : List.of(route.entry());
                case PATH -> threat.atTarget() ? List.of(route.target()) : route.steps();
            };
            for (Part part : places) {
                int choice = menu.number(factor.fact(), part);
                if (choice != Menu.NONE) {
                    found.put(choice, Menu.key(menu.choice(choice)));
                }
            }
        }
        return found;
    }

    /** What each fact at each part adds, conditions excluded; what is no fact under its own name. */
    private Map<String, Double> sums(Threat threat, Route route, Set<Integer> placed) {
        Map<String, String> facts = new HashMap<>();
        threat.mitigations().forEach(f -> facts.put(f.mitigation(), f.fact()));
        var evaluator = new Evaluator(supposition.topology(), facts(placed));
        Map<String, Double> sums = new HashMap<>();
        for (Contribution c :
                RouteReading.of(evaluator, knowledge.weights(), threat, route).contributions()) {
            if (!c.factor().equals(PRESUMED)) {
                String fact = facts.getOrDefault(c.factor(), c.factor());
                sums.merge(Supposition.key(fact, c.part()), c.decibans(), Double::sum);
            }
        }
        return sums;
    }

    private List<Clause> clauses(Threat threat, Route route, boolean kept) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(clause(threat.when(), route.target(), kept));
        if (!threat.atTarget()) {
            clauses.add(clause(threat.path().from(), route.entry(), kept));
            for (int i = 0; i < route.via().size(); i++) {
                clauses.add(clause(
                        threat.path().via().get(i),
                        route.steps().get(route.via().get(i)),
                        kept));
            }
        }
        return clauses.stream().filter(c -> !c.constant() || c.values()[0] != 0).toList();
    }

    private Clause clause(Condition condition, Part part, boolean kept) {
        Set<Integer> mentioned = new TreeSet<>();
        mentions.of(condition, part, (fact, at) -> mention(mentioned, fact, at, false));
        return table(mentioned, facts -> {
            var evaluator = new Evaluator(supposition.topology(), facts);
            boolean holds = kept || evaluator.test(condition, part).compareTo(Truth.PRESUMED) >= 0;
            return holds
                    ? knowledge.weights().presumption() * evaluator.presumedClauses(condition, part)
                    : Double.NEGATIVE_INFINITY;
        });
    }

    private Clause attempts(Threat threat, Route route, boolean kept) {
        Part stand = threat.atTarget() ? route.target() : route.entry();
        Truth atLeast = kept ? Truth.ASK : Truth.PRESUMED;
        Set<Integer> mentioned = new TreeSet<>();
        knowledge
                .standings()
                .values()
                .forEach(s -> List.of(s.reaches(), s.byDefault())
                        .forEach(c -> mentions.of(c, stand, (fact, at) -> mention(mentioned, fact, at, kept))));
        double least = kept ? leastAttempts() : 0;
        return table(
                mentioned,
                facts -> Math.max(
                        least, supposition.reach(facts, List.of(stand)).attemptsPerYear(threat, stand, atLeast)));
    }

    private double leastAttempts() {
        return knowledge.weights().frequency().attemptsPerYear().values().stream()
                .mapToDouble(d -> d)
                .min()
                .orElse(0);
    }

    /** An exposure that is only asked about holds nothing up, so taking it away changes nothing. */
    private void mention(Set<Integer> mentioned, String fact, Part part, boolean asked) {
        int choice = menu.number(fact, part);
        boolean counts = asked || supposition.facts().read(part, fact).basis() != Reading.Basis.UNKNOWN;
        if (choice != Menu.NONE && counts) {
            mentioned.add(choice);
        }
    }

    /** All values over all sets of the choices that change any of them. */
    private Clause table(Set<Integer> mentioned, ToDoubleFunction<Facts> value) {
        int[] choices = mentioned.stream().mapToInt(i -> i).toArray();
        if (choices.length > Clause.MOST) {
            throw new IllegalStateException("a condition rests on %d choices at once".formatted(choices.length));
        }
        double[] values = new double[1 << choices.length];
        for (int set = 0; set < values.length; set++) {
            int now = set;
            Set<Integer> placed = new TreeSet<>();
            for (int i = 0; i < choices.length; i++) {
                if ((now >> i & 1) == 1) {
                    placed.add(choices[i]);
                }
            }
            values[set] = value.applyAsDouble(facts(placed));
        }
        return pruned(new Clause(choices, values));
    }

    private static Clause pruned(Clause clause) {
        for (int i = 0; i < clause.choices().length; i++) {
            double[] without = new double[clause.values().length / 2];
            boolean matters = false;
            for (int set = 0, next = 0; set < clause.values().length; set++) {
                if ((set >> i & 1) == 0) {
                    without[next++] = clause.values()[set];
                    matters |= clause.values()[set] != clause.values()[set | 1 << i];
                }
            }
            if (!matters) {
                int at = i;
                int[] rest = Arrays.stream(clause.choices())
                        .filter(c -> c != clause.choices()[at])
                        .toArray();
                return pruned(new Clause(rest, without));
            }
        }
        return clause;
    }

    private Facts facts(Set<Integer> placed) {
        Map<String, Reading> readings = new HashMap<>();
        placed.forEach(c -> readings.put(Menu.key(menu.choice(c)), Menu.stated(menu.choice(c))));
        return supposition.facts(readings);
    }

    private static void each(List<Part> parts, Set<String> facts, BiConsumer<String, Part> to) {
        parts.forEach(part -> facts.forEach(fact -> to.accept(fact, part)));
    }
}
