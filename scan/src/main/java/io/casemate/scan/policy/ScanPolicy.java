package io.casemate.scan.policy;

import io.casemate.core.policy.AllowedGlobal;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.policy.Waiver;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.ScanReport;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What policy.yaml says on files: globals that are trusted, findings that do not count. */
public record ScanPolicy(List<AllowedGlobal> allowed, List<Waiver> waivers) {
    /** Nothing is allowed beyond the built-in lists, nothing is waived. */
    public static final ScanPolicy NONE = of(PolicyFile.NONE);

    public ScanPolicy {
        allowed = List.copyOf(allowed);
        waivers = List.copyOf(waivers);
    }

    public static ScanPolicy of(PolicyFile policy) {
        return new ScanPolicy(policy.allowed(), policy.scanWaivers());
    }

    /** Names of the globals that are trusted at that moment. */
    public List<String> globals(Instant asOf) {
        return allowed.stream()
                .filter(a -> a.holds(asOf))
                .map(AllowedGlobal::name)
                .toList();
    }

    /** What no longer holds, in words, so that nobody wonders why it does not count. */
    public List<String> expired(Instant asOf) {
        List<String> expired = new ArrayList<>();
        allowed.stream()
                .filter(a -> !a.holds(asOf))
                .forEach(a -> expired.add("'%s' was allowed until %s".formatted(a.name(), a.expires())));
        waivers.stream()
                .filter(w -> !w.holds(asOf))
                .forEach(w ->
                        expired.add("'%s' was waived for '%s' until %s".formatted(w.rule(), w.subject(), w.expires())));
        return expired;
    }

    /** The report with the findings marked that do not count. Gaps cannot be waived: nobody knows what is in them. */
    public ScanReport apply(ScanReport report, Instant asOf) {
        List<Waiver> holding = waivers.stream().filter(w -> w.holds(asOf)).toList();
        if (holding.isEmpty()) {
            return report;
        }
        return new ScanReport(
                report.files().stream().map(file -> apply(file, holding)).toList(), report.skipped());
    }

    private static FileReport apply(FileReport file, List<Waiver> waivers) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : file.findings()) {
            findings.add(waivers.stream()
                    .filter(w -> isOf(w.rule(), finding.rule().id()) && covers(w, file))
                    .findFirst()
                    .map(w -> finding.waived(w.words()))
                    .orElse(finding));
        }
        return file.withFindings(findings);
    }

    private static boolean isOf(String rule, String id) {
        return rule.endsWith("*") ? id.startsWith(rule.substring(0, rule.length() - 1)) : id.equals(rule);
    }

    /** Whether the file is one that the waiver is for: its glob is matched against the whole path and each end of it. */
    private static boolean covers(Waiver waiver, FileReport file) {
        if (!waiver.sha256().isEmpty() && !waiver.sha256().equals(file.sha256())) {
            return false;
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + waiver.subject());
        Path whole = Path.of(file.path());
        for (int i = 0; i < whole.getNameCount(); i++) {
            if (matcher.matches(whole.subpath(i, whole.getNameCount()))) {
                return true;
            }
        }
        return matcher.matches(whole);
    }
}
