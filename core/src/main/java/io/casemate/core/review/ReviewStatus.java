package io.casemate.core.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How it stands with the reviews of a system at one moment.
 *
 * @param today the day of that moment
 * @param last ISO date of the last review of the whole; "" where there was none
 * @param by who looked then; "" where nobody did or nobody is named
 * @param everyMonths months from one review to the next
 * @param due the day by which the next one is due
 * @param triggers what calls for a review now
 * @param agenda what has a day, the nearest first
 */
public record ReviewStatus(
        LocalDate today,
        String last,
        String by,
        int everyMonths,
        LocalDate due,
        List<Trigger> triggers,
        List<Due> agenda) {
    public ReviewStatus {
        triggers = List.copyOf(triggers);
        agenda = List.copyOf(agenda);
    }

    /** A pure function of what is known at the moment of the assessment. */
    public static ReviewStatus of(ReviewInput input) {
        return new Reviewing(input).status();
    }

    /** Days since it was due; 0 where it is not. Somebody who never looked is a day late. */
    public long overdueDays() {
        return last.isEmpty() ? 1 : Math.max(0, ChronoUnit.DAYS.between(due, today));
    }
}
