package io.casemate.core.money.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The mean of a year's loss of a portfolio in closed form: what its simulation tends to. Of attempts that several perils share,
 * F_i = (S + R_i) / b_i, an asset is paid for once: with probability 1 - product of (1 - b V_i / b_i) over those that harm it.
 *
 * @param clusters the perils by their origin
 */
public record ExpectedYear(List<List<Member>> clusters) {
    /** Shared attempts a year are at most this; as in the simulation. */
    public static final double SHARED_MAX = 64;

    /**
     * A peril among those of its origin.
     *
     * @param attempts F
     * @param own attempts a year at it alone
     * @param shared attempts a year that try all of them
     * @param share of these that try this one
     */
    public record Member(Peril peril, double attempts, double own, double shared, double share) {}

    public ExpectedYear {
        clusters = clusters.stream().map(List::copyOf).toList();
    }

    public static ExpectedYear of(Portfolio portfolio) {
        List<List<Member>> clusters = new ArrayList<>();
        Map<String, List<Peril>> origins = new LinkedHashMap<>();
        for (Peril peril : portfolio.perils()) {
            if (peril.origin().isEmpty() || peril.dials() instanceof Dials.Stated) {
                clusters.add(List.of(new Member(peril, peril.dials().meanEvents(), 0, 0, 0)));
            } else {
                origins.computeIfAbsent(peril.origin(), o -> new ArrayList<>()).add(peril);
            }
        }
        origins.values().forEach(perils -> clusters.add(cluster(perils)));
        return new ExpectedYear(clusters);
    }

    private static List<Member> cluster(List<Peril> perils) {
        double years =
                perils.stream().mapToDouble(p -> posterior(p).years()).min().orElse(1);
        double least =
                perils.stream().mapToDouble(p -> posterior(p).shape()).min().orElse(0);
        double shape = perils.size() < 2 ? 0 : Math.min(least, SHARED_MAX * years);
        return perils.stream()
                .map(p -> {
                    Dials.Posterior dials = posterior(p);
                    double own = Math.max(0, dials.shape() - shape) / dials.years();
                    return new Member(p, dials.frequency(), own, shape / years, years / dials.years());
                })
                .toList();
    }

    private static Dials.Posterior posterior(Peril peril) {
        return (Dials.Posterior) peril.dials();
    }

    /** As the dials say. */
    public double mean() {
        return mean(peril -> peril.dials().meanEvents());
    }

    /**
     * With other vulnerabilities, attempts being as they are.
     *
     * @param events mean successful attempts a year of a peril, at most its attempts
     */
    public double mean(ToDoubleFunction<Peril> events) {
        double mean = 0;
        for (List<Member> cluster : clusters) {
            mean += mean(cluster, events);
        }
        return mean;
    }

    private static double mean(List<Member> cluster, ToDoubleFunction<Peril> events) {
        double mean = 0;
        Map<Stake, Double> spared = new LinkedHashMap<>();
        for (Member member : cluster) {
            double n = events.applyAsDouble(member.peril());
            double loss =
                    member.peril().stakes().stream().mapToDouble(Stake::mean).sum();
            if (member.shared() == 0) {
                mean += n * loss;
            } else if (n > 0) {
                double v = Math.min(1, n / member.attempts());
                mean += member.own() * v * loss;
                for (Stake stake : member.peril().stakes()) {
                    spared.merge(stake, 1 - member.share() * v, (a, b) -> a * b);
                }
            }
        }
        double shared = cluster.getFirst().shared();
        for (Map.Entry<Stake, Double> each : spared.entrySet()) {
            mean += shared * (1 - each.getValue()) * each.getKey().mean();
        }
        return mean;
    }
}
