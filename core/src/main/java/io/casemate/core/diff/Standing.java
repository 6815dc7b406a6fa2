package io.casemate.core.diff;

import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import java.util.Map;
import java.util.TreeMap;

/** How one scenario stands in one system. */
public sealed interface Standing {
    /** The system does not give it. */
    record Absent() implements Standing {}

    /** Controls end it. */
    record Ended(Answered answered) implements Standing {}

    /** It is a risk. */
    record Open(Risk risk) implements Standing {}

    /** Nothing is known of it. */
    static Standing absent() {
        return new Absent();
    }

    /** All scenarios of an assessment that are risks or would be, by id. */
    static Map<String, Standing> of(Assessment assessment) {
        Map<String, Standing> standings = new TreeMap<>();
        assessment.answered().forEach(a -> standings.put(a.id(), new Ended(a)));
        assessment.risks().forEach(r -> standings.put(r.id(), new Open(r)));
        return standings;
    }

    /** How much there is to lose a year: annual probability times impact; with an incident, certainty. */
    default double weight() {
        return switch (this) {
            case Absent a -> 0;
            case Ended e -> 0;
            case Open o ->
                Stances.weight(o.risk().current(), o.risk().incident().happened());
        };
    }
}
