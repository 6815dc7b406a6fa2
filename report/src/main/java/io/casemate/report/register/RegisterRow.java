package io.casemate.report.register;

import io.casemate.core.risk.Risk;
import java.util.List;

/**
 * One risk in the words of a risk register.
 *
 * @param category classes of STRIDE, by name
 * @param cause who can do it and what does not stop them
 * @param event what happens, in one sentence
 * @param consequence what its loss means, as the owners of the assets say
 * @param owner of the treatment, else of the system
 * @param references published ids
 */
public record RegisterRow(
        Risk risk,
        String title,
        String category,
        String cause,
        String event,
        String consequence,
        String owner,
        List<String> references) {
    public RegisterRow {
        references = List.copyOf(references);
    }

    /** What was decided, in a word; empty where nothing was. */
    public String treatment() {
        return risk.treatment().decided() ? risk.treatment().action().id() : "";
    }

    public String status() {
        return risk.treatment().decided() ? risk.treatment().status().id() : "";
    }
}
