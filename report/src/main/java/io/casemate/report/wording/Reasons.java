package io.casemate.report.wording;

import io.casemate.core.model.Asset;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.MitigationEffect.State;
import io.casemate.core.risk.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says in one sentence why a scenario is a risk: who gets there, what does not stop them, what is at stake. */
public record Reasons(Glossary glossary) {
    public String why(Risk risk) {
        List<String> parts = new ArrayList<>();
        if (risk.incident().happened()) {
            parts.add("it has happened: " + risk.incident().evidence());
        }
        parts.add("%s can act at %s"
                .formatted(who(risk), glossary.name(risk.path().getFirst())));
        List<String> missing = missing(risk);
        if (!missing.isEmpty()) {
            parts.add("absent or unknown: " + Words.some(missing, 2));
        }
        List<String> stake = stake(risk);
        if (!stake.isEmpty()) {
            parts.add("at stake: " + Words.some(stake, 2));
        }
        return Words.capital(String.join("; ", parts)) + ".";
    }

    /** Names of the assets whose loss decides the impact, the most sensitive first. */
    public List<String> stake(Risk risk) {
        return glossary.topology().handles(risk.part()).stream()
                .filter(a ->
                        risk.threat().harms().isEmpty() || risk.threat().harms().contains(a.kind()))
                .sorted(Comparator.comparing(Asset::sensitivity).reversed())
                .map(a -> "%s (%s)"
                        .formatted(glossary.name(a.id()), a.sensitivity().id()))
                .toList();
    }

    private String who(Risk risk) {
        List<String> names = risk.adversaries().stream().map(glossary::name).toList();
        return names.isEmpty() ? "somebody" : Words.some(names, 2);
    }

    /** What would help most and is not in place. */
    private List<String> missing(Risk risk) {
        return risk.mitigations().stream()
                .filter(m -> m.state() == State.ABSENT || m.state() == State.UNKNOWN)
                .sorted(Comparator.comparingDouble(
                        (MitigationEffect m) -> m.after().probability()))
                .map(m -> Words.inside(glossary.mitigation(m.mitigation())))
                .toList();
    }
}
