package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.model.Treatment;
import io.casemate.core.threat.Threat;
import java.util.List;

/**
 * One scenario with everything that is known about it.
 *
 * @param path ids of elements and flows in turn, the adversary's first, the target's last; of several the worst
 * @param story the scenario in one sentence
 * @param adversaries ids of those who reach the first element
 * @param prior vulnerability before controls and evidence
 * @param terms the log-odds, term by term; their sum gives the current vulnerability
 * @param inherent with no control in place and no evidence
 * @param target with the mitigations of its treatment in place
 * @param hiddenBecause why it is hidden, empty where it is shown
 */
public record Risk(
        Threat threat,
        Part part,
        List<String> path,
        String story,
        List<String> adversaries,
        List<Presumed> presumed,
        double prior,
        List<Term> terms,
        VulnerabilityTerms vulnerability,
        FrequencyTerms frequency,
        Rating inherent,
        Rating current,
        Rating target,
        Range range,
        Incident incident,
        Treatment treatment,
        List<MitigationEffect> mitigations,
        List<EvidenceUse> evidence,
        String hiddenBecause) {
    public Risk {
        path = List.copyOf(path);
        adversaries = List.copyOf(adversaries);
        presumed = List.copyOf(presumed);
        terms = List.copyOf(terms);
        mitigations = List.copyOf(mitigations);
        evidence = List.copyOf(evidence);
    }

    /** {@code threat@target}. */
    public String id() {
        return threat.id() + "@" + part.id();
    }

    /** 1 for a high band or an incident, 2 for medium, 3 for low. */
    public int priority() {
        if (incident.happened()) {
            return 1;
        }
        return switch (current.band()) {
            case HIGH -> 1;
            case MEDIUM -> 2;
            case LOW -> 3;
        };
    }

    /** Whether it has happened, or is of a band above the highest that is accepted. */
    public boolean above(Band appetite) {
        return incident.happened() || current.band().compareTo(appetite) > 0;
    }

    public boolean shown() {
        return hiddenBecause.isEmpty();
    }
}
