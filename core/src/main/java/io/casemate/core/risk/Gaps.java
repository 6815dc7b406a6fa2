package io.casemate.core.risk;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What could not be looked at: evidence that fits nothing, parts of the model that say nothing. */
final class Gaps {
    private Gaps() {}

    static List<Gap> of(
            Topology topology, Evidences evidences, AttestedFacts attested, Knowledge knowledge, List<Risk> risks) {
        List<Gap> gaps = new ArrayList<>(attested.gaps());
        if (topology.model().adversaries().isEmpty()) {
            gaps.add(new Gap(
                    "adversaries",
                    "none is stated, so all six profiles are presumed",
                    "state under `adversaries` who would attack this system and where they stand"));
        }
        if (topology.model().assets().isEmpty()) {
            gaps.add(new Gap(
                    "assets",
                    "none is stated, so every impact is the threat's usual one",
                    "state under `assets` what is worth protecting, and under `holds` and `carries` where it is"));
        }
        for (Element element : topology.model().elements()) {
            if (topology.from(element.id()).isEmpty()
                    && topology.into(element.id()).isEmpty()) {
                gaps.add(new Gap(
                        element.id(), "has no flow, so no path leads to it", "add its flows, or remove the element"));
            }
        }
        Set<String> known = new HashSet<>();
        risks.forEach(r -> known.add(r.id()));
        for (String scenario : evidences.byScenario().keySet()) {
            if (!known.contains(scenario)) {
                boolean threatKnown = knowledge.threats().containsKey(scenario.substring(0, scenario.indexOf('@')));
                gaps.add(new Gap(
                        "ledger, " + scenario,
                        threatKnown
                                ? "evidence names a scenario that the model does not give"
                                : "evidence names a threat that is not in the catalogue",
                        "check threat and target; after a rename, list the old id under `formerly`"));
            }
        }
        return gaps;
    }
}
