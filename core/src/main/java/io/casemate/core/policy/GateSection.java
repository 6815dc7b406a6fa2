package io.casemate.core.policy;

import io.casemate.core.risk.Band;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The section {@code gate} of policy.yaml.
 *
 * @param builtIn whether the built-in rules hold as well; one of the same id is replaced
 * @param without built-in rules that do not hold
 * @param budgets how many scenarios of a band there may be
 */
public record GateSection(
        boolean builtIn,
        List<Switched> without,
        Map<Band, Integer> budgets,
        List<RuleText> rules,
        List<EvidenceDemand> evidence,
        List<Waiver> waivers) {
    /** The built-in rules and no more. */
    public static final GateSection NONE = new GateSection(true, List.of(), Map.of(), List.of(), List.of(), List.of());

    public GateSection {
        without = List.copyOf(without);
        var copy = new EnumMap<Band, Integer>(Band.class);
        copy.putAll(budgets);
        budgets = Collections.unmodifiableMap(copy);
        rules = List.copyOf(rules);
        evidence = List.copyOf(evidence);
        waivers = List.copyOf(waivers);
    }
}
