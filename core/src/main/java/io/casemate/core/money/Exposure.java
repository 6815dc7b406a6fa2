package io.casemate.core.money;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Treatment;
import io.casemate.core.money.scenario.Dials;
import io.casemate.core.money.scenario.Peril;
import io.casemate.core.money.scenario.Stake;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Threat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One scenario with a price in its three states.
 *
 * @param origin where and by whom it begins; empty where that is not known
 */
record Exposure(
        String id,
        String title,
        String target,
        String origin,
        List<Stake> stakes,
        boolean happened,
        boolean answered,
        boolean transferred,
        ByState<Dials> dials) {

    /** All scenarios of an assessment that have a price, and those that have none or not all of it. */
    record All(List<Exposure> priced, List<Unpriced> unpriced) {}

    static All of(Assessment assessment, Knowledge knowledge, Pricing pricing) {
        Topology topology = assessment.topology();
        List<Exposure> priced = new ArrayList<>();
        List<Unpriced> unpriced = new ArrayList<>();
        for (Risk risk : assessment.risks()) {
            List<Asset> harmed = risk.threat().harmed(topology.handles(risk.part()));
            List<Stake> stakes = pricing.stakes(harmed);
            if (stakes.isEmpty() || stakes.size() < harmed.size()) {
                unpriced.add(new Unpriced(risk.id(), stakes.isEmpty(), unstated(harmed, pricing)));
            }
            if (!stakes.isEmpty()) {
                priced.add(of(risk, stakes));
            }
        }
        for (Answered answered : assessment.answered()) {
            of(answered, topology, knowledge, pricing).ifPresent(priced::add);
        }
        return new All(priced, unpriced);
    }

    /** One state of it. */
    Peril peril(Function<ByState<Dials>, Dials> state) {
        return new Peril(id, origin, state.apply(dials), stakes);
    }

    private static Exposure of(Risk risk, List<Stake> stakes) {
        double prior = risk.frequency().years();
        double watched = prior + risk.frequency().observedYears();
        double opinion = risk.vulnerability().prior();
        double tested = risk.vulnerability().strength();
        boolean same = risk.inherent().equals(risk.current());
        Rating now = risk.current();
        Dials current = dials(now, now, watched, tested);
        return new Exposure(
                risk.id(),
                risk.threat().title(),
                risk.part().id(),
                risk.path().getFirst() + " by " + String.join(", ", risk.adversaries()),
                stakes,
                risk.incident().happened(),
                false,
                risk.treatment().decided() && risk.treatment().action() == Treatment.Action.TRANSFER,
                new ByState<>(
                        same ? current : dials(risk.inherent(), now, prior, opinion),
                        current,
                        dials(risk.target(), now, watched, tested)));
    }

    private static Optional<Exposure> of(Answered answered, Topology topology, Knowledge knowledge, Pricing pricing) {
        Threat threat = knowledge.threats().get(answered.threat());
        Part part = part(topology, answered.target());
        List<Stake> stakes =
                threat == null || part == null ? List.of() : pricing.stakes(threat.harmed(topology.handles(part)));
        if (threat == null || stakes.isEmpty()) {
            return Optional.empty();
        }
        double years = knowledge.weights().frequency().priorYears();
        double trials = knowledge.weights().evidence().trialStrength();
        Rating bare = answered.inherent();
        Dials ended = dials(Rating.ended(bare.impact()), bare, years, trials);
        return Optional.of(new Exposure(
                answered.id(),
                threat.title(),
                answered.target(),
                "",
                stakes,
                false,
                true,
                false,
                new ByState<>(dials(bare, bare, years, trials), ended, ended)));
    }

    /** What has ended is still tried as often as now, and never succeeds: so the others' shared attempts stay as they are. */
    private static Dials dials(Rating rating, Rating now, double years, double trials) {
        return rating.hasEnded()
                ? new Dials.Posterior(now.frequency(), years, 0, trials)
                : new Dials.Posterior(rating.frequency(), years, rating.vulnerability(), trials);
    }

    private static List<String> unstated(Collection<Asset> harmed, Pricing pricing) {
        return harmed.stream()
                .map(Asset::id)
                .filter(id -> !pricing.stakes().containsKey(id))
                .toList();
    }

    private static @Nullable Part part(Topology topology, String id) {
        Part element = topology.elements().get(id);
        return element == null ? topology.flows().get(id) : element;
    }
}
