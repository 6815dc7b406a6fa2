package io.casemate.core.plan.outcome;

import io.casemate.core.model.Part;
import io.casemate.core.risk.Supposition;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The choices there are, by number. A mitigation may be chosen at a part where its fact makes sense and is not stated or verified
 * in its better value already.
 */
final class Menu {
    static final int NONE = -1;

    private final Facts facts;
    private final Map<String, Mitigation> byFact = new HashMap<>();
    private final ToLongFunction<Mitigation> costs;
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Menu(Facts facts, Map<String, Mitigation> mitigations, ToLongFunction<Mitigation> costs) {
        this.facts = facts;
        this.costs = costs;
        mitigations.values().forEach(m -> byFact.putIfAbsent(m.fact(), m));
    }

    /** The number of the choice that states this fact here, or {@link #NONE}. */
    int number(String fact, Part part) {
        String key = Supposition.key(fact, part);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        Mitigation mitigation = byFact.get(fact);
        int number = mitigation != null && open(mitigation, part) ? choices.size() : NONE;
        if (mitigation != null && number != NONE) {
            choices.add(
                    new Choice(mitigation.id(), part.id(), fact, mitigation.value(), costs.applyAsLong(mitigation)));
        }
        numbers.put(key, number);
        return number;
    }

    /** Facts with every mitigation in place wherever it may be chosen. */
    Facts everything() {
        return (part, fact) -> {
            Reading now = facts.read(part, fact);
            Mitigation mitigation = byFact.get(fact);
            return mitigation != null && open(now, mitigation)
                    ? new Reading(mitigation.value(), Basis.STATED, "")
                    : now;
        };
    }

    private boolean open(Mitigation mitigation, Part part) {
        return open(facts.read(part, mitigation.fact()), mitigation);
    }

    private static boolean open(Reading now, Mitigation mitigation) {
        return switch (now.basis()) {
            case IRRELEVANT -> false;
            case VERIFIED, STATED -> now.value() != mitigation.value();
            case PRESUMED, UNKNOWN -> true;
        };
    }

    List<Choice> choices() {
        return choices;
    }

    Choice choice(int number) {
        return choices.get(number);
    }

    static Reading stated(Choice choice) {
        return new Reading(choice.value(), Basis.STATED, "");
    }

    static String key(Choice choice) {
        return choice.fact() + "@" + choice.part();
    }
}
