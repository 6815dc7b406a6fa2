package io.casemate.report.html.scenario;

import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Citation;
import io.casemate.report.wording.Observations;
import java.util.List;

/**
 * Everything about one scenario.
 *
 * @param full whether it is told at length
 * @param picture the part of the diagram around its path, a whole {@code <svg>} element; empty where there is none
 * @param before id of the scenario before it, empty at the first
 * @param after id of the scenario behind it, empty at the last
 */
public record ScenarioPage(
        Risk risk,
        String target,
        boolean full,
        String why,
        List<Hop> hops,
        int crossings,
        String picture,
        List<TermBar> terms,
        double zero,
        List<String> adversaries,
        List<String> stake,
        List<Fact> presumed,
        List<Measure> mitigations,
        List<Observation> evidence,
        List<Citation> citations,
        List<String> asked,
        String before,
        String after) {
    /**
     * One station of the path.
     *
     * @param element true for an element, false for a flow
     * @param note the element's kind
     * @param crossed names of the zones whose boundary the flow crosses
     */
    record Hop(boolean element, String id, String name, String note, List<String> crossed) {}

    /** A presumption in words. */
    record Fact(String part, String fact, boolean value, String because) {}

    /** A mitigation, whether it is in place and what it does. */
    record Measure(MitigationEffect effect, String title, boolean chosen) {}

    /** A piece of evidence in words. */
    record Observation(EvidenceUse use, String kind, String headline) {
        static Observation of(EvidenceUse use) {
            var body = use.evidence().body();
            return new Observation(use, Observations.kind(body), Observations.headline(body));
        }
    }

    public double probabilityPercent() {
        return risk.current().probability() * 100;
    }

    public double rangeLowPercent() {
        return risk.range().low() * 100;
    }

    /** Never thinner than a line. */
    public double rangeWidthPercent() {
        return Math.max(0.6, (risk.range().high() - risk.range().low()) * 100);
    }
}
