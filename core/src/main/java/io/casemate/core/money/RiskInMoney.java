package io.casemate.core.money;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Outcome;
import io.casemate.core.money.loss.Results;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.simulation.Simulation;
import io.casemate.core.risk.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the scenarios of one system cost in a year.
 *
 * @param currency ISO 4217 code; empty where no asset states a loss
 * @param total all scenarios together
 * @param savedByControls mean that controls and evidence save a year: inherent less current, in the same simulated years
 * @param savedByTreatments mean that the treatments would save on top: current less target
 * @param scenarios those with a price, by their part of the current mean, then of the inherent one, the largest first
 * @param unpriced those without one, or not all of it, in the order of the assessment
 */
public record RiskInMoney(
        Instant asOf,
        String currency,
        MoneyRun run,
        ByState<Losses> total,
        Figure savedByControls,
        Figure savedByTreatments,
        List<ScenarioMoney> scenarios,
        List<Unpriced> unpriced) {
    public RiskInMoney {
        scenarios = List.copyOf(scenarios);
        unpriced = List.copyOf(unpriced);
    }

    /**
     * Simulates an assessment: a pure function. About 0.1 microseconds for each year, scenario and state.
     *
     * @throws io.casemate.core.problem.InvalidInputException where losses are stated in currencies that cannot be added up, or
     *     such that no distribution follows
     */
    public static RiskInMoney of(Assessment assessment, Knowledge knowledge, MoneyRun run) {
        Pricing pricing = Pricing.of(assessment.topology().model());
        Exposure.All all = Exposure.of(assessment, knowledge, pricing);
        List<Exposure> priced = all.priced();
        Results results = new Simulation(
                        List.of(
                                portfolio(priced, ByState::inherent),
                                portfolio(priced, ByState::current),
                                portfolio(priced, ByState::target)),
                        run.years(),
                        run.seed(),
                        run.threads())
                .run();
        return new RiskInMoney(
                assessment.asOf(),
                pricing.currency(),
                run,
                new ByState<>(
                        results.states().get(0).total(),
                        results.states().get(1).total(),
                        results.states().get(2).total()),
                results.saved().get(0),
                results.saved().get(1),
                scenarios(priced, results.states()),
                all.unpriced());
    }

    private static Portfolio portfolio(List<Exposure> priced, Function<ByState<Dials>, Dials> state) {
        return new Portfolio(priced.stream().map(e -> e.peril(state)).toList());
    }

    private static List<ScenarioMoney> scenarios(List<Exposure> priced, List<Outcome> states) {
        Map<String, List<String>> origins = new HashMap<>();
        priced.stream()
                .filter(e -> !e.origin().isEmpty())
                .forEach(e -> origins.computeIfAbsent(e.origin(), o -> new ArrayList<>())
                        .add(e.id()));
        List<ScenarioMoney> scenarios = new ArrayList<>();
        for (int i = 0; i < priced.size(); i++) {
            Exposure e = priced.get(i);
            List<String> others = new ArrayList<>(origins.getOrDefault(e.origin(), List.of()));
            others.remove(e.id());
            scenarios.add(new ScenarioMoney(
                    e.id(),
                    e.title(),
                    e.target(),
                    e.stakes().stream().map(s -> s.asset()).toList(),
                    others,
                    e.happened(),
                    e.answered(),
                    e.transferred(),
                    new ByState<>(
                            e.dials().inherent().meanEvents(),
                            e.dials().current().meanEvents(),
                            e.dials().target().meanEvents()),
                    new ByState<>(
                            states.get(0).alone().get(i),
                            states.get(1).alone().get(i),
                            states.get(2).alone().get(i)),
                    new ByState<>(
                            states.get(0).parts().get(i),
                            states.get(1).parts().get(i),
                            states.get(2).parts().get(i))));
        }
        scenarios.sort(Comparator.comparingDouble(
                        (ScenarioMoney s) -> -s.part().current().mean().value())
                .thenComparingDouble(s -> -s.part().inherent().mean().value())
                .thenComparing(ScenarioMoney::id));
        return scenarios;
    }
}
