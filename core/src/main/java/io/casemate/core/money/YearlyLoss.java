package io.casemate.core.money;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Topology;
import io.casemate.core.money.scenario.ExpectedYear;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Candidate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The mean of a year's loss in closed form, as it is and with other probabilities: what the simulation of {@link RiskInMoney} tends
 * to, without its noise. It knows every scenario of the assessment, hidden and accepted ones too.
 *
 * @param currency ISO 4217 code; empty where no asset states a loss
 * @param stakes what an event costs, by id of the asset
 * @param year of the scenarios that have a price
 * @param today annual probabilities of all scenarios by id
 */
public record YearlyLoss(
        String currency, Topology topology, Map<String, Stake> stakes, ExpectedYear year, Map<String, Double> today) {
    /** Beyond 36 events a year P rounds to 1, and no more of them can be told from it. */
    private static final double PROBABILITY_MAX = Math.nextDown(1.0);

    public YearlyLoss {
        stakes = Map.copyOf(stakes);
        today = Map.copyOf(today);
    }

    /**
     * Of an assessment.
     *
     * @throws io.casemate.core.problem.InvalidInputException where losses are stated in currencies that cannot be added up, or such
     *     that no distribution follows
     */
    public static YearlyLoss of(Assessment assessment, Knowledge knowledge) {
        Topology topology = assessment.topology();
        Pricing pricing = Pricing.of(topology.model());
        var all = Exposure.of(assessment, knowledge, pricing);
        var year = ExpectedYear.of(new Portfolio(
                all.priced().stream().map(e -> e.peril(ByState::current)).toList()));
        Map<String, Double> today = new HashMap<>();
        assessment.risks().forEach(r -> today.put(r.id(), r.current().probability()));
        return new YearlyLoss(pricing.currency(), topology, pricing.stakes(), year, today);
    }

    /** As the system is. */
    public double mean() {
        return year.mean();
    }

    /**
     * With other annual probabilities; attempts are taken to be as many as they are.
     *
     * @param probabilities of scenarios of the assessment by id, NaN for one that stays as it is; F V follows from
     *     P = 1 - exp(-F V)
     */
    public double mean(ToDoubleFunction<String> probabilities) {
        return year.mean(peril -> events(peril, probabilities.applyAsDouble(peril.id())));
    }

    private double events(Peril peril, double probability) {
        boolean same = Double.isNaN(probability) || probability == today.getOrDefault(peril.id(), 0.0);
        return same ? peril.dials().meanEvents() : events(probability);
    }

    /** Of a scenario that the assessment does not have, alone. */
    public double alone(Candidate scenario, double probability) {
        var harmed = scenario.threat().harmed(topology.handles(scenario.target()));
        return events(probability) * new Pricing(currency, stakes).meanLoss(harmed);
    }

    /** Whether the assessment has this scenario. */
    public boolean knows(String scenario) {
        return today.containsKey(scenario);
    }

    private static double events(double probability) {
        return -Math.log1p(-Math.min(probability, PROBABILITY_MAX));
    }
}
