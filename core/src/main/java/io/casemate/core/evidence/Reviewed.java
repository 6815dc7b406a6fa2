package io.casemate.core.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A look that people took at the whole system or a part of it, bound to what they saw.
 *
 * @param note what they concluded
 * @param scope ids of the elements and flows they looked at; empty for all
 * @param modelSha256 of casemate.yaml as they saw it, in lower-case hex; "" where it was not recorded
 * @param head hash of the last line of the ledger as they saw it
 * @param knowledgeSha256 of the catalogue that they looked with
 * @param artifacts SHA-256 of each artifact by its path
 */
public record Reviewed(
        String by,
        String note,
        List<String> scope,
        String modelSha256,
        String head,
        String knowledgeSha256,
        SortedMap<String, String> artifacts) {
    public Reviewed {
        scope = List.copyOf(scope);
        artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    }

    /** Whether it was of the whole system: only such a one ends a term. */
    public boolean whole() {
        return scope.isEmpty();
    }
}
