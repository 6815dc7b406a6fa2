package io.casemate.scan.result;

import io.casemate.scan.rule.Verdict;
import java.util.List;

/**
 * What is known of all files.
 *
 * @param files in the order of their paths
 * @param skipped what was left out because it was asked for, in words
 */
public record ScanReport(List<FileReport> files, List<String> skipped) {
    public ScanReport {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /** The worst verdict of all files; unknown where there is none, for nothing was looked at. */
    public Verdict verdict() {
        return files.stream().map(FileReport::verdict).reduce(Verdict::or).orElse(Verdict.UNKNOWN);
    }
}
