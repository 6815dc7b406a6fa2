package io.casemate.gate.subject;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.threat.Mitigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Evidence by what it is about. The ids that parts had before are those they have now.
 *
 * @param byControl attestations and tests by {@code fact@part}, and by {@code mitigation@part} as recorded
 * @param byPart all evidence by the element or flow it names
 */
record Proofs(Map<String, List<Proof>> byControl, Map<String, List<Proof>> byPart) {
    static Proofs of(Situation situation) {
        Instant asOf = situation.assessment().asOf();
        Map<String, List<Proof>> byControl = new HashMap<>();
        Map<String, List<Proof>> byPart = new HashMap<>();
        for (Recorded<Evidence> recorded : situation.evidence().evidence()) {
            Evidence body = recorded.body();
            if (recorded.at().isAfter(asOf) || body.provenance().observedAt().isAfter(asOf)) {
                continue;
            }
            boolean counts =
                    !situation.evidence().withdrawn().contains(recorded.seq()) && isOfThisVersion(body, situation);
            Proof proof = Proof.of(recorded, counts, asOf);
            String part = situation.topology().currentId(body.targetId());
            byPart.computeIfAbsent(part, id -> new ArrayList<>()).add(proof);
            if (body instanceof Attestation a) {
                keys(a.controlId(), part, situation)
                        .forEach(key -> byControl
                                .computeIfAbsent(key, id -> new ArrayList<>())
                                .add(proof));
            }
        }
        return new Proofs(byControl, byPart);
    }

    List<Proof> ofControl(String factAtPart) {
        return byControl.getOrDefault(factAtPart, List.of());
    }

    List<Proof> ofPart(String part) {
        return byPart.getOrDefault(part, List.of());
    }

    private static Set<String> keys(String control, String part, Situation situation) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(control + "@" + part);
        Mitigation mitigation = situation.knowledge().mitigations().get(control);
        if (mitigation != null) {
            keys.add(mitigation.fact() + "@" + part);
        }
        return keys;
    }

    /** Evidence that is bound to an artifact says nothing of another version of it. */
    private static boolean isOfThisVersion(Evidence body, Situation situation) {
        String digest = body.provenance().subjectSha256();
        Element element =
                situation.topology().elements().get(situation.topology().currentId(body.targetId()));
        if (digest.isEmpty() || element == null) {
            return true;
        }
        Set<String> known = new HashSet<>();
        for (Artifact artifact : element.artifacts()) {
            known.add(situation.digests().getOrDefault(artifact.path(), artifact.sha256()));
        }
        known.remove("");
        return known.isEmpty() || known.contains(digest);
    }
}
