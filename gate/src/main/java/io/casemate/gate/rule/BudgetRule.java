package io.casemate.gate.rule;

import io.casemate.core.policy.Each;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.gate.subject.Subject;
import io.casemate.gate.subject.Subjects;
import java.util.List;

/** How many scenarios of a band there may be at once. */
record BudgetRule(Band band, int most) implements Rule {
    private static final int NAMED_MAX = 5;

    static String id(Band band) {
        return "budget-" + band.id();
    }

    @Override
    public String id() {
        return id(band);
    }

    @Override
    public Each each() {
        return Each.SYSTEM;
    }

    @Override
    public List<Ruling> rulings(Subjects subjects) {
        List<String> held = subjects.situation().assessment().risks().stream()
                .filter(risk -> risk.current().band() == band)
                .map(Risk::id)
                .toList();
        boolean within = held.size() <= most;
        Subject system = subjects.of(Each.SYSTEM).getFirst();
        String named = String.join(", ", held.subList(0, Math.min(NAMED_MAX, held.size())));
        String more = held.size() > NAMED_MAX ? " and %d more".formatted(held.size() - NAMED_MAX) : "";
        return List.of(new Ruling(
                id(),
                "At most %d scenarios are of the %s band".formatted(most, band.id()),
                system.id(),
                within ? Outcome.PASS : Outcome.FAIL,
                within
                        ? ""
                        : "%d scenarios are of the %s band where %d may be: %s%s"
                                .formatted(held.size(), band.id(), most, named, more),
                within
                        ? ""
                        : "lower %d of them; casemate assess %s --top %d"
                                .formatted(
                                        held.size() - most, subjects.situation().name(), held.size()),
                "",
                system.place()));
    }
}
