package io.casemate.core.money;

import io.casemate.core.money.loss.Contribution;
import io.casemate.core.money.loss.Losses;
import java.util.List;

/**
 * What one scenario costs in a year.
 *
 * @param id {@code threat@target}
 * @param title of the threat
 * @param target id of the target
 * @param assets ids of the assets whose loss counts
 * @param shares ids of the other scenarios that begin where this one does, and so share attempts with it
 * @param happened whether it is an incident; its figures are those of the design all the same
 * @param answered whether controls end it, so that it costs something in the inherent state only
 * @param transferred whether its treatment transfers it; its loss is counted in full, for nobody states what the cover pays
 * @param eventsPerYear mean number of successful attempts a year
 * @param alone as if there were no other scenario
 * @param part of what all cost together
 */
public record ScenarioMoney(
        String id,
        String title,
        String target,
        List<String> assets,
        List<String> shares,
        boolean happened,
        boolean answered,
        boolean transferred,
        ByState<Double> eventsPerYear,
        ByState<Losses> alone,
        ByState<Contribution> part) {
    public ScenarioMoney {
        assets = List.copyOf(assets);
        shares = List.copyOf(shares);
    }
}
