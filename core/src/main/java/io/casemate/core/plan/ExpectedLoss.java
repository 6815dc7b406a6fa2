package io.casemate.core.plan;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Money;
import io.casemate.core.model.Topology;
import io.casemate.core.plan.outcome.Worth;
import io.casemate.core.threat.Candidate;

/**
 * Expected loss of a year, F V times the mean loss: of the assets at stake the one whose loss costs most, its range read as the
 * middle nine tenths of a log-normal. Nothing where no asset states a loss. F V follows from P = 1 - exp(-F V).
 */
public record ExpectedLoss(Topology topology) implements Worth {
    /** The quantile of the standard normal at 0.95. */
    private static final double NINE_TENTHS = 1.6448536269514722;

    @Override
    public double of(Candidate scenario, double probability, int impact) {
        double worst = topology.handles(scenario.target()).stream()
                .filter(a -> scenario.threat().harms().isEmpty()
                        || scenario.threat().harms().contains(a.kind()))
                .map(Asset::loss)
                .mapToDouble(ExpectedLoss::mean)
                .max()
                .orElse(0);
        return -Math.log1p(-probability) * worst;
    }

    /** exp(mu + sigma^2 / 2); of a range that begins at 0, its middle. */
    static double mean(Money loss) {
        if (loss.low() <= 0) {
            return (loss.low() + loss.high()) / 2;
        }
        double mu = (Math.log(loss.low()) + Math.log(loss.high())) / 2;
        double sigma = (Math.log(loss.high()) - Math.log(loss.low())) / (2 * NINE_TENTHS);
        return Math.exp(mu + sigma * sigma / 2);
    }
}
