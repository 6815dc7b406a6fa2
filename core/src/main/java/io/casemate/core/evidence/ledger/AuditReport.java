package io.casemate.core.evidence.ledger;

import io.casemate.core.problem.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a ledger is what was once written.
 *
 * @param intact whether every line is unaltered and in its place, and the given head stands in it
 * @param problems what is broken, the first broken line first; empty where intact
 * @param notes what breaks nothing
 * @param entries number of intact lines
 * @param kinds number of intact lines by kind
 * @param head hash of the last intact line: keep it elsewhere, and a dropped tail is seen
 * @param addedSinceHead lines behind the one whose hash was given; -1 where none was given or it was not found
 */
public record AuditReport(
        Path file,
        boolean intact,
        List<Problem> problems,
        List<Problem> notes,
        int entries,
        SortedMap<String, Integer> kinds,
        String head,
        long addedSinceHead) {
    public AuditReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }
}
