package io.casemate.core.plan.outcome;

/**
 * One mitigation at one place: its fact stated in its better value there.
 *
 * @param mitigation its id
 * @param part id of the element or flow
 * @param fact the fact that says it is in place
 * @param value the value of the fact when it is
 * @param cost what it costs in a year, in the currency of the model's losses, at least 0
 */
public record Choice(String mitigation, String part, String fact, boolean value, long cost) {
    public Choice {
        if (cost < 0) {
            throw new IllegalArgumentException("%s@%s: a cost is at least 0, got %d".formatted(mitigation, part, cost));
        }
    }

    /** {@code mitigation@part}. */
    public String id() {
        return mitigation + "@" + part;
    }
}
