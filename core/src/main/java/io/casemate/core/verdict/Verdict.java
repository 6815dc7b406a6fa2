package io.casemate.core.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a policy says of a system at one moment.
 *
 * @param policy the policy as the user named it; "built-in" where there is none
 * @param rulings one for each rule and subject, passed ones too, in the order of the rules
 * @param notes what changes no ruling but should be known: waivers that nothing needs any more, rules left out
 */
public record Verdict(String system, Instant asOf, String policy, List<Ruling> rulings, List<String> notes) {
    public Verdict {
        rulings = List.copyOf(rulings);
        notes = List.copyOf(notes);
    }

    /** The worst of the rulings: {@link Outcome#FAIL} wins over {@link Outcome#UNDECIDED}; what is waived passes. */
    public Outcome outcome() {
        Outcome worst = rulings.stream()
                .map(Ruling::outcome)
                .max(Comparator.naturalOrder())
                .orElse(Outcome.PASS);
        return worst == Outcome.WAIVED ? Outcome.PASS : worst;
    }

    public List<Ruling> of(Outcome outcome) {
        return rulings.stream().filter(r -> r.outcome() == outcome).toList();
    }
}
