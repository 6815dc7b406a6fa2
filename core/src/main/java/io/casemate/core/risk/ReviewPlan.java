package io.casemate.core.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * When people should look again.
 *
 * @param last ISO date of the last review, empty where there was none
 * @param due the date by which the next one is due
 * @param triggers what asks for a review now: overdue, an incident, a changed artifact
 */
public record ReviewPlan(String last, LocalDate due, List<String> triggers) {
    public ReviewPlan {
        triggers = List.copyOf(triggers);
    }
}
