package io.casemate.core.risk;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attestations as readings of facts. Verified ones win over claims, later ones over earlier ones; one that says that a control
 * does not hold takes back what the model claims.
 *
 * @param gaps attestations that name no known control or part
 */
record AttestedFacts(Map<String, Reading> readings, List<Gap> gaps) {

    static AttestedFacts of(
            List<Recorded<Evidence>> attestations,
            Topology topology,
            Map<String, Fact> facts,
            Map<String, Mitigation> mitigations) {
        Map<String, Reading> readings = new HashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Recorded<Evidence> recorded : attestations) {
            if (recorded.body() instanceof Attestation a) {
                Optional<Part> part = part(topology, a.targetId());
                Mitigation mitigation = mitigations.get(a.controlId());
                String fact = mitigation == null ? a.controlId() : mitigation.fact();
                if (part.isEmpty() || !facts.containsKey(fact)) {
                    gaps.add(new Gap(
                            "ledger line " + recorded.seq(),
                            "attests '%s' at '%s', which is unknown".formatted(a.controlId(), a.targetId()),
                            "name a control of `casemate knowledge list` and an element or flow of the model; after a"
                                    + " rename, list the old id under `formerly`"));
                    continue;
                }
                boolean better = mitigation == null ? facts.get(fact).good() : mitigation.value();
                put(readings, WhatIf.key(fact, part.get()), recorded, a, a.holds() == better);
            }
        }
        return new AttestedFacts(Map.copyOf(readings), List.copyOf(gaps));
    }

    Facts over(Facts base) {
        return readings.isEmpty() ? base : WhatIf.with(base, readings);
    }

    private static void put(
            Map<String, Reading> readings, String key, Recorded<Evidence> recorded, Attestation a, boolean value) {
        Reading before = readings.get(key);
        if (before != null && before.basis() == Basis.VERIFIED && !a.verified()) {
            return;
        }
        String reason = "%s, %s (ledger line %d)"
                .formatted(
                        a.provenance().source(),
                        LocalDate.ofInstant(a.provenance().observedAt(), ZoneOffset.UTC),
                        recorded.seq());
        readings.put(key, new Reading(value, a.verified() ? Basis.VERIFIED : Basis.STATED, reason));
    }

    private static Optional<Part> part(Topology topology, String id) {
        String now = topology.currentId(id);
        Element element = topology.elements().get(now);
        Flow flow = topology.flows().get(now);
        return Optional.ofNullable(element == null ? flow : element);
    }
}
