package io.casemate.scan.policy;

import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A finding that does not count for a while.
 *
 * @param rule id of the rule, or its beginning with {@code *}: "pickle/*"
 * @param path glob of the files, matched against the whole path and each end of it; "**" for all
 * @param sha256 the one file it is for, "" for any
 * @param expires the last day on which it holds
 */
public record Waiver(String rule, String path, String sha256, String reason, LocalDate expires) {
    /** Whether it still holds at that moment. */
    public boolean holds(Instant asOf) {
        return !asOf.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
    }

    boolean covers(FileReport file, Finding finding) {
        return matchesRule(finding.rule().id()) && covers(file);
    }

    /** Whether the file is one that this is for. */
    boolean covers(FileReport file) {
        if (!sha256.isEmpty() && !sha256.equals(file.sha256())) {
            return false;
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
        Path whole = Path.of(file.path());
        for (int i = 0; i < whole.getNameCount(); i++) {
            if (matcher.matches(whole.subpath(i, whole.getNameCount()))) {
                return true;
            }
        }
        return matcher.matches(whole);
    }

    /** In words, for a report. */
    String words() {
        return "%s (until %s)".formatted(reason, expires);
    }

    private boolean matchesRule(String id) {
        return rule.endsWith("*") ? id.startsWith(rule.substring(0, rule.length() - 1)) : id.equals(rule);
    }
}
