package io.casemate.core.money.simulation;

import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.Distribution;
import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.loss.Outcome;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Portfolios to simulate in tests. */
final class Examples {
    static final long SEED = 20261121L;
    static final Stake A = new Stake("a", LogNormal.of90(20_000, 800_000), 0.2, LogNormal.of90(50_000, 2_000_000));
    static final Stake B = Stake.of("b", new Pert(10_000, 50_000, 600_000));

    private Examples() {}

    /** The four scenarios of bench/BruteForceLosses.java. */
    static List<Peril> four() {
        return List.of(
                new Peril("0", "x", new Dials.Posterior(2, 1, 0.3, 4), List.of(A)),
                new Peril("1", "x", new Dials.Posterior(0.9, 1.5, 0.6, 12), List.of(A, B)),
                new Peril("2", "x", new Dials.Posterior(0.4, 2, 0.1, 4), List.of(B)),
                new Peril("3", "", new Dials.Posterior(0.5, 1, 0.2, 4), List.of(A)));
    }

    /** A peril of its own with one loss. */
    static Peril peril(Dials dials, Distribution loss) {
        return new Peril("only", "", dials, List.of(Stake.of("asset", loss)));
    }

    static Dials known(double attempts, double vulnerability) {
        return Dials.Stated.of(new Constant(attempts), new Constant(vulnerability));
    }

    /** Up to some perils of several origins that harm some of five assets. */
    static List<Peril> random(SplittableRandom random, int most) {
        List<Stake> stakes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double low = Math.exp(random.nextDouble(8, 12));
            stakes.add(
                    random.nextBoolean()
                            ? Stake.of("a" + i, LogNormal.of90(low, low * random.nextDouble(2, 30)))
                            : new Stake("a" + i, new Pert(low, 2 * low, 9 * low), 0.3, new Constant(low)));
        }
        List<Peril> perils = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            Dials dials = new Dials.Posterior(
                    random.nextDouble(0.02, 3), random.nextDouble(1, 3), random.nextDouble(), random.nextDouble(1, 40));
            int first = random.nextInt(5);
            List<Stake> some = stakes.subList(first, Math.min(5, first + 1 + random.nextInt(3)));
            perils.add(new Peril("p" + i, random.nextInt(4) == 0 ? "" : "o" + random.nextInt(3), dials, some));
        }
        return perils;
    }

    static Outcome run(List<Peril> perils, long years) {
        return new Simulation(List.of(new Portfolio(perils)), years, SEED, 2)
                .run()
                .states()
                .getFirst();
    }

    static Outcome run(long years, Peril... perils) {
        return run(Arrays.asList(perils), years);
    }
}
