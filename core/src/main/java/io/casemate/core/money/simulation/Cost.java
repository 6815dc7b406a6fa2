package io.casemate.core.money.simulation;

import io.casemate.core.money.draw.Draws;
import io.casemate.core.money.scenario.Stake;
import java.util.function.DoubleUnaryOperator;

/** A stake made ready: the loss of an asset in an event is a function of the two. */
final class Cost {
    private final long key;
    private final DoubleUnaryOperator primary;
    private final double probability;
    private final DoubleUnaryOperator secondary;

    Cost(Stake stake) {
        key = Draws.key(0, stake.asset());
        primary = stake.primary().quantiles();
        probability = stake.probability();
        secondary = stake.secondary().quantiles();
    }

    double in(long event) {
        long stream = event ^ key;
        double loss = primary.applyAsDouble(Draws.unit(stream, 0));
        if (probability > 0 && Draws.unit(stream, 1) < probability) {
            loss += secondary.applyAsDouble(Draws.unit(stream, 2));
        }
        return loss;
    }
}
