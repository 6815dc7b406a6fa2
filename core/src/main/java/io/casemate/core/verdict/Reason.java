package io.casemate.core.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rulings of one rule that one act answers: they have outcome, remedy and waiver in common. People read reasons; programs read
 * rulings.
 *
 * @param rulings at least one, in the order of the verdict
 */
public record Reason(List<Ruling> rulings) {
    public Reason {
        if (rulings.isEmpty()) {
            throw new IllegalArgumentException("need a ruling");
        }
        rulings = List.copyOf(rulings);
    }

    private record SameAct(String rule, Outcome outcome, String remedy, String waiver) {}

    /** The reasons of these rulings, each where its first ruling stands; what passes or names no remedy stands alone. */
    public static List<Reason> of(List<Ruling> rulings) {
        Map<Object, List<Ruling>> together = new LinkedHashMap<>();
        for (Ruling ruling : rulings) {
            boolean alone = ruling.outcome() == Outcome.PASS || ruling.remedy().isEmpty();
            Object key = alone
                    ? List.of(together.size(), ruling)
                    : new SameAct(ruling.rule(), ruling.outcome(), ruling.remedy(), ruling.waiver());
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(ruling);
        }
        return together.values().stream().map(Reason::new).toList();
    }

    /** The one that is told in full. */
    public Ruling first() {
        return rulings.getFirst();
    }

    /** Subjects of the others. */
    public List<String> others() {
        return rulings.subList(1, rulings.size()).stream().map(Ruling::subject).toList();
    }
}
