package io.casemate.core.money.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One state of all scenarios.
 *
 * @param perils ids unique; the same asset means the same stake in each
 */
public record Portfolio(List<Peril> perils) {
    public Portfolio {
        perils = List.copyOf(perils);
        Set<String> ids = new HashSet<>();
        Map<String, Stake> stakes = new HashMap<>();
        for (Peril peril : perils) {
            if (!ids.add(peril.id())) {
                throw new IllegalArgumentException("need unique ids, got '%s' twice".formatted(peril.id()));
            }
            Set<String> assets = new HashSet<>();
            for (Stake stake : peril.stakes()) {
                Stake before = stakes.putIfAbsent(stake.asset(), stake);
                if (!assets.add(stake.asset()) || (before != null && !before.equals(stake))) {
                    throw new IllegalArgumentException(
                            "need one stake for asset '%s', got several".formatted(stake.asset()));
                }
            }
        }
    }
}
