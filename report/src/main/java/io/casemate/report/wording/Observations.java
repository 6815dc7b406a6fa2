package io.casemate.report.wording;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;

/** Evidence in one line. */
public final class Observations {
    private Observations() {}

    public static String kind(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> "finding";
            case AttackResult r -> "attack";
            case Alert a -> "alert";
            case Attestation s -> "attestation";
        };
    }

    public static String headline(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> f.location().isEmpty() ? f.message() : "%s at %s".formatted(f.message(), f.location());
            case AttackResult r -> "%s: %d of %d attempts succeeded".formatted(r.attackId(), r.successes(), r.trials());
            case Alert a ->
                "%s = %s, threshold %s"
                        .formatted(a.signalId(), Figures.amount(a.value()), Figures.amount(a.threshold()));
            case Attestation s ->
                "%s %s%s"
                        .formatted(
                                s.controlId(),
                                s.holds() ? "holds" : "does not hold",
                                s.statement().isEmpty() ? "" : ": " + s.statement());
        };
    }
}
