package io.casemate.core.money.simulation;

import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Portfolio;
import io.casemate.core.money.scenario.Stake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A portfolio made ready to run. Immutable. */
final class Model {
    private final List<Cluster> clusters = new ArrayList<>();
    private final int perils;
    private final int assets;

    Model(Portfolio portfolio, long seed) {
        Map<String, Integer> places = new LinkedHashMap<>();
        List<Cost> costs = new ArrayList<>();
        perils = portfolio.perils().size();
        int[][] harmed = new int[perils][];
        Map<String, List<Integer>> origins = new LinkedHashMap<>();
        for (int i = 0; i < perils; i++) {
            Peril peril = portfolio.perils().get(i);
            for (Stake stake : peril.stakes()) {
                if (places.putIfAbsent(stake.asset(), costs.size()) == null) {
                    costs.add(new Cost(stake));
                }
            }
            harmed[i] = peril.stakes().stream()
                    .mapToInt(s -> places.getOrDefault(s.asset(), 0))
                    .toArray();
            boolean alone = peril.origin().isEmpty() || peril.dials() instanceof Dials.Stated;
            origins.computeIfAbsent(alone ? "alone " + i : "at " + peril.origin(), o -> new ArrayList<>())
                    .add(i);
        }
        assets = costs.size();
        Cost[] all = costs.toArray(Cost[]::new);
        for (List<Integer> indexes : origins.values()) {
            List<Peril> some = indexes.stream().map(portfolio.perils()::get).toList();
            clusters.add(Cluster.of(some, indexes, harmed, all, seed));
        }
    }

    int perils() {
        return perils;
    }

    Page page() {
        return new Page(perils, assets);
    }

    /** Fills the page with so many years from the first on. */
    void simulate(long first, int years, Page page) {
        page.clear();
        for (Cluster cluster : clusters) {
            for (int slot = 0; slot < years; slot++) {
                cluster.simulate(first + slot, page, slot);
            }
        }
    }
}
