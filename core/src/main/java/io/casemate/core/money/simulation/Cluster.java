package io.casemate.core.money.simulation;

import io.casemate.core.money.draw.Attempts;
import io.casemate.core.money.draw.Draws;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.ExpectedYear;
import io.casemate.core.money.scenario.Peril;
import java.util.Arrays;
import java.util.List;

/**
 * Perils of one origin. Their rates are F_i = (S + R_i) / b_i with a common S of the smallest Gamma shape among them, so that
 * each keeps its distribution. What S brings are attempts of rate S / b, b the smallest b_i, each of which tries peril i with
 * probability b / b_i; what R_i brings are attempts at i alone.
 */
final class Cluster {
    private final long key;
    private final Member[] members;
    private final Attempts shared;
    /** Of each asset of the portfolio. */
    private final Cost[] costs;

    private Cluster(long key, Member[] members, Attempts shared, Cost[] costs) {
        this.key = key;
        this.members = members;
        this.shared = shared;
        this.costs = costs;
    }

    /**
     * @param indexes of these perils in the portfolio
     * @param assets for each peril the assets it harms, as indexes into {@code costs}
     */
    static Cluster of(List<Peril> perils, List<Integer> indexes, int[][] assets, Cost[] costs, long seed) {
        double years = perils.stream().mapToDouble(Cluster::years).min().orElse(1);
        double least = perils.stream().mapToDouble(Cluster::shape).min().orElse(0);
        double shape = perils.size() < 2 ? 0 : Math.min(least, ExpectedYear.SHARED_MAX * years);
        Member[] members = new Member[perils.size()];
        for (int i = 0; i < members.length; i++) {
            int index = indexes.get(i);
            Cost[] its = Arrays.stream(assets[index]).mapToObj(a -> costs[a]).toArray(Cost[]::new);
            members[i] = new Member(index, perils.get(i), seed, its, assets[index], shape, years);
        }
        long key = Draws.key(seed, "origin " + perils.getFirst().origin());
        return new Cluster(key, members, new Attempts(shape, years), costs);
    }

    private static double years(Peril peril) {
        return peril.dials() instanceof Dials.Posterior p ? p.years() : Double.MAX_VALUE;
    }

    private static double shape(Peril peril) {
        return peril.dials() instanceof Dials.Posterior p ? p.shape() : 0;
    }

    /** Writes what each member loses in a year. */
    void simulate(long year, Page page, int slot) {
        int attempts = 0;
        if (shared.mean() > 0) {
            long word = Draws.at(key, year);
            attempts = shared.quantile(Draws.unit(word));
            for (int i = 1; i <= attempts; i++) {
                attempt(Draws.at(word, i), page, slot);
            }
        }
        for (Member member : members) {
            double loss = member.ownLoss(year, page.urn());
            if (loss > 0) {
                page.add(member.index, slot, loss, loss);
            }
            if (attempts > 0) {
                page.urn().forget(member.index);
            }
        }
    }

    /** One attempt that tries all members; an asset that several of them harm is paid for once, in equal parts. */
    private void attempt(long event, Page page, int slot) {
        int[] hit = page.hit();
        int hits = 0;
        for (int i = 0; i < members.length; i++) {
            double u = Draws.unit(event ^ members[i].key, 0);
            if (u < members[i].tryShare && page.urn().tries(members[i], u / members[i].tryShare)) {
                hit[hits++] = i;
            }
        }
        if (hits == 1) {
            double loss = members[hit[0]].loss(event);
            page.add(members[hit[0]].index, slot, loss, loss);
        } else if (hits > 1) {
            divide(event, hits, page, slot);
        }
    }

    private void divide(long event, int hits, Page page, int slot) {
        int[] hit = page.hit();
        int[] payers = page.payers();
        for (int i = 0; i < hits; i++) {
            for (int asset : members[hit[i]].assets) {
                payers[asset]++;
            }
        }
        for (int i = 0; i < hits; i++) {
            double loss = 0;
            double part = 0;
            for (int asset : members[hit[i]].assets) {
                double cost = costs[asset].in(event);
                loss += cost;
                part += cost / payers[asset];
            }
            page.add(members[hit[i]].index, slot, loss, part);
        }
        for (int i = 0; i < hits; i++) {
            for (int asset : members[hit[i]].assets) {
                payers[asset] = 0;
            }
        }
    }
}
