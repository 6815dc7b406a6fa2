package io.casemate.core.threat;

import io.casemate.core.model.Level;
import java.util.List;

/**
 * One entry of the mitigation catalogue: a fact put into its better value.
 *
 * @param title an imperative: what to do
 * @param description how, and what it does not do
 * @param fact the fact that says it is in place
 * @param value the value of that fact when it is: true for controls, false where an exposure is removed
 * @param verify how to show that it works
 * @param cost low, medium or high effort
 * @param verification ids of the scans, attacks, prompt suites and signals that show whether it works
 */
public record Mitigation(
        String id,
        String title,
        String description,
        String fact,
        boolean value,
        String verify,
        Level cost,
        List<String> verification,
        List<Reference> references) {
    public Mitigation {
        verification = List.copyOf(verification);
        references = List.copyOf(references);
    }
}
