package io.casemate.core.threat;

import io.casemate.core.model.Adversary;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Level;
import io.casemate.core.threat.Factor.Strength;
import io.casemate.core.threat.Reading.Basis;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Threats, weights and facts made by hand, so that tests do not move with the catalogue. */
public final class TestThreats {
    private TestThreats() {}

    /** Controls of the tests; every other fact is an exposure. */
    public static final Set<String> CONTROLS = Set.of("guarded", "checked", "watched");

    public static final Weights WEIGHTS = new Weights(
            Map.of(
                    Strength.WEAK, new Weights.Control(-2, -4, -0.5),
                    Strength.MODERATE, new Weights.Control(-4, -8, -0.5),
                    Strength.STRONG, new Weights.Control(-8, -14, -0.5)),
            Map.of(Strength.WEAK, 1.5, Strength.MODERATE, 3.0, Strength.STRONG, 5.0),
            -1.5,
            -0.5,
            new Weights.Frequency(
                    Map.of(Level.LOW, 0.1, Level.MEDIUM, 0.5, Level.HIGH, 2.0), List.of(1.0, 0.3, 0.05), 1, 1),
            new Weights.EvidenceWeights(
                    30,
                    4,
                    Map.of("finding", 180.0, "attack", 180.0, "attestation", 180.0),
                    Map.of("finding", 365.0, "attack", 365.0, "attestation", 365.0)),
            new Weights.Bands(0.05, 0.30),
            new Weights.Effort(0.5, Map.of(Level.LOW, 1.0, Level.MEDIUM, 10.0, Level.HIGH, 60.0)),
            new Weights.Planning(Map.of(Level.LOW, 5.0, Level.MEDIUM, 25.0, Level.HIGH, 100.0), List.of(30, 90, 180)));

    /** Stated facts as they are; unknown controls presumed absent, unknown exposures unknown. */
    public static final Facts FACTS = (part, fact) -> {
        Boolean stated = part.facts().get(fact);
        if (stated != null) {
            return new Reading(stated, Basis.STATED, "");
        }
        return CONTROLS.contains(fact)
                ? new Reading(false, Basis.PRESUMED, "nobody stated it")
                : new Reading(false, Basis.UNKNOWN, "");
    };

    /** Everybody reaches everything: the search alone is tested. */
    public static Map<AdversaryProfile, Standing> everywhere() {
        Map<AdversaryProfile, Standing> standings = new EnumMap<>(AdversaryProfile.class);
        for (AdversaryProfile profile : AdversaryProfile.values()) {
            var all = new Condition.All(List.of());
            standings.put(profile, new Standing(profile, profile.id(), "", Level.MEDIUM, Level.MEDIUM, all, all));
        }
        return standings;
    }

    public static Adversary hacker(Level likelihood) {
        return new Adversary(
                "hacker", "hacker", AdversaryProfile.EXTERNAL_HACKER, "", Level.MEDIUM, likelihood, List.of());
    }

    public static Threat threat(String id, Condition when, Condition.Path path, double prior, Factor... mitigations) {
        return new Threat(
                id,
                id,
                Threat.Maturity.STABLE,
                Set.of(Stride.TAMPERING),
                Stage.DATA,
                false,
                List.of(),
                "",
                "From {entry} over {path} to {target}.",
                when,
                path,
                prior,
                Level.MEDIUM,
                Set.of(),
                Set.<AssetKind>of(),
                2,
                List.of(mitigations),
                List.of(),
                List.of(),
                "");
    }

    public static Factor control(String fact, Factor.Place at, Strength strength) {
        return new Factor(fact, true, fact, at, strength);
    }

    public static Condition kind(ElementKind... kinds) {
        return new Condition.KindIs(Set.of(kinds));
    }
}
