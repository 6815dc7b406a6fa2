package io.casemate.core.risk;

import java.util.List;

/**
 * An unknown fact that could move a risk.
 *
 * @param part id of the element or flow asked about
 * @param text what to ask
 * @param value largest change of annual probability times impact that an answer can make, over the scenarios it touches
 * @param scenarios ids of the scenarios it touches, those that an answer would bring in included
 */
public record Question(String part, String fact, String text, double value, List<String> scenarios) {
    public Question {
        scenarios = List.copyOf(scenarios);
    }

    /** {@code fact@part}. */
    public String id() {
        return fact + "@" + part;
    }
}
