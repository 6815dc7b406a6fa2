package io.casemate.core.money.simulation;

import io.casemate.core.money.distribution.Distribution;
import io.casemate.core.money.draw.Attempts;
import io.casemate.core.money.draw.Draws;
import io.casemate.core.money.draw.Variates;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Stake;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** A peril made ready. Immutable; what happens in a year is in {@link Urn}. */
final class Member {
    /** Attempts up to which each is drawn for itself. */
    private static final int SINGLE_MAX = 64;
    /** Events up to which each loss is drawn for itself. */
    private static final int LOSSES_MAX = 1_000;

    final int index;
    final long key;
    /** What it harms, as indexes into the assets of the portfolio. */
    final int[] assets;

    final double hits;
    final double misses;
    /** Of the shared attempts, those that try this one. */
    final double tryShare;

    private final Cost[] costs;
    private final Attempts own;
    private final List<DoubleUnaryOperator> factors;
    private final double lossMean;
    private final double lossDeviation;

    /**
     * @param sharedShape what of the Gamma shape of the attempts is shared
     * @param sharedYears its rate
     */
    Member(int index, Peril peril, long seed, Cost[] costs, int[] assets, double sharedShape, double sharedYears) {
        this.index = index;
        this.key = Draws.key(seed, peril.id());
        this.costs = costs;
        this.assets = assets;
        lossMean = peril.stakes().stream().mapToDouble(Stake::mean).sum();
        lossDeviation =
                Math.sqrt(peril.stakes().stream().mapToDouble(Stake::variance).sum());
        switch (peril.dials()) {
            case Dials.Posterior p -> {
                hits = p.trials() * p.vulnerability();
                misses = p.trials() * (1 - p.vulnerability());
                tryShare = sharedYears / p.years();
                own = new Attempts(Math.max(0, p.shape() - sharedShape), p.years());
                factors = List.of();
            }
            case Dials.Stated s -> {
                hits = 0;
                misses = 1;
                tryShare = 0;
                own = new Attempts(0, 1);
                factors = Stream.concat(s.frequency().stream(), Stream.of(s.vulnerability()))
                        .map(Distribution::quantiles)
                        .toList();
            }
        }
    }

    /** What this peril's own attempts cost in a year; the urn holds what the shared ones have shown. */
    double ownLoss(long year, Urn urn) {
        long word = Draws.at(key, year);
        if (!factors.isEmpty()) {
            return losses(word, statedEvents(word));
        }
        int attempts = own.quantile(Draws.unit(word));
        if (attempts == 0 || hits == 0) {
            return 0;
        }
        if (attempts > SINGLE_MAX) {
            var random = new SplittableRandom(Draws.at(word, 0));
            double share = Variates.beta(random, hits + urn.won(index), misses + urn.tried(index) - urn.won(index));
            return losses(word, Variates.binomial(random, attempts, share));
        }
        double loss = 0;
        for (int i = 1; i <= attempts; i++) {
            long event = Draws.at(word, i);
            if (urn.tries(this, Draws.unit(event, 0))) {
                loss += loss(event);
            }
        }
        urn.forget(index);
        return loss;
    }

    /** The loss of one event. */
    double loss(long event) {
        double loss = 0;
        for (Cost cost : costs) {
            loss += cost.in(event);
        }
        return loss;
    }

    private int statedEvents(long word) {
        double rate = 1;
        for (int i = 0; i < factors.size(); i++) {
            rate *= factors.get(i).applyAsDouble(Draws.unit(word, -2 - i));
        }
        return rate < 30
                ? Variates.fewEvents(Draws.unit(word), rate)
                : Variates.poisson(new SplittableRandom(Draws.at(word, 0)), rate);
    }

    private double losses(long word, int events) {
        if (events > LOSSES_MAX) {
            double z = Draws.normal(Draws.unit(word, -1));
            return Math.max(0, events * lossMean + Math.sqrt(events) * lossDeviation * z);
        }
        double loss = 0;
        for (int i = 1; i <= events; i++) {
            loss += loss(Draws.at(word, i));
        }
        return loss;
    }
}
