package io.casemate.core.threat;

import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.model.Asset;
import io.casemate.core.model.AssetKind;
import io.casemate.core.model.Level;
import io.casemate.core.model.Named;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One entry of the threat catalogue.
 *
 * @param title a short name
 * @param onFlows whether it strikes flows rather than elements
 * @param description what the attacker does and what it leads to, two or three sentences
 * @param scenario one sentence with the placeholders {@code {entry}}, {@code {target}} and {@code {path}}
 * @param when the part of the condition that the target itself must satisfy
 * @param path how the adversary gets there; a path of the target alone where the adversary stands at it
 * @param prior probability that one attempt succeeds with no control in place, above 0 and below 1
 * @param skill what an attempt needs; adversaries below it try less often
 * @param by profiles of the adversaries who do it; empty for all
 * @param harms kinds of assets whose sensitivity decides the impact; empty for all that the target handles
 * @param impact impact 1 to 3 where the target handles none of these
 * @param mitigations what lowers it, the most useful first
 * @param aggravations exposures that raise it
 * @param verification ids of the scans, attacks, prompt suites and signals that test it
 * @param falsePositives when a hit is to be ignored
 */
public record Threat(
        String id,
        String title,
        Maturity maturity,
        Set<Stride> stride,
        Stage stage,
        boolean onFlows,
        List<Reference> references,
        String description,
        String scenario,
        Condition when,
        Condition.Path path,
        double prior,
        Level skill,
        Set<AdversaryProfile> by,
        Set<AssetKind> harms,
        int impact,
        List<Factor> mitigations,
        List<Factor> aggravations,
        List<String> verification,
        String falsePositives) {
    /** How settled an entry is. */
    public enum Maturity implements Named {
        SANDBOX,
        INCUBATING,
        STABLE
    }

    /** The path of a threat whose adversary stands at the target: no step at all. */
    public static final Condition.Path AT_TARGET =
            new Condition.Path(new Condition.All(List.of()), List.of(), Set.of(), Set.of(), false);

    public Threat {
        stride = Sorted.copyOf(stride);
        references = List.copyOf(references);
        by = Sorted.copyOf(by);
        harms = Sorted.copyOf(harms);
        mitigations = List.copyOf(mitigations);
        aggravations = List.copyOf(aggravations);
        verification = List.copyOf(verification);
        if (!(prior > 0 && prior < 1) || impact < 1 || impact > 3) {
            throw new IllegalArgumentException(
                    "%s: need 0 < prior < 1 and impact 1 to 3, got %s and %d".formatted(id, prior, impact));
        }
    }

    /** Of these assets, those that it harms, in their order. */
    public List<Asset> harmed(Collection<Asset> assets) {
        return assets.stream()
                .filter(a -> harms.isEmpty() || harms.contains(a.kind()))
                .toList();
    }

    /** True where the adversary must stand at the target itself. */
    public boolean atTarget() {
        return path.equals(AT_TARGET);
    }
}
