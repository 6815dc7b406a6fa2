package io.casemate.scan.result;

import io.casemate.scan.rule.Verdict;
import io.casemate.scan.weight.TensorChange;
import io.casemate.scan.weight.WeightReport;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is known of one file.
 *
 * @param path as it was named, with {@code /}
 * @param sha256 of its bytes, 64 lower-case hex digits; "" where it could not be read
 * @param formats what it is and holds, outermost first, each once
 * @param facts worth telling: framework, architecture, licence
 * @param needs qualified globals that loading needs
 * @param explained pseudo-code of what loading would do, where it was asked for
 * @param weights statistics of its tensors
 * @param changes what became of its tensors since an earlier version; none where it was compared with none
 *
 */
public record FileReport(
        String path,
        String sha256,
        List<String> formats,
        List<Finding> findings,
        List<Gap> gaps,
        Coverage coverage,
        SortedMap<String, String> facts,
        SortedSet<String> needs,
        List<String> explained,
        WeightReport weights,
        List<TensorChange> changes) {
    public FileReport {
        formats = List.copyOf(formats);
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
        explained = List.copyOf(explained);
        changes = List.copyOf(changes);
    }

    /** The same file with other findings. */
    public FileReport withFindings(List<Finding> others) {
        return new FileReport(path, sha256, formats, others, gaps, coverage, facts, needs, explained, weights, changes);
    }

    /** The same under another path. */
    public FileReport at(String otherPath) {
        return new FileReport(
                otherPath, sha256, formats, findings, gaps, coverage, facts, needs, explained, weights, changes);
    }

    /** The worst of what was found; never better than unknown while there is a gap. */
    public Verdict verdict() {
        Verdict worst = gaps.isEmpty() ? Verdict.CLEAN : Verdict.UNKNOWN;
        for (Finding finding : findings) {
            worst = worst.or(finding.verdict());
        }
        return worst;
    }

    /** The outermost format; "unknown" where nobody recognised it. */
    public String format() {
        return formats.isEmpty() ? "unknown" : formats.getFirst();
    }
}
