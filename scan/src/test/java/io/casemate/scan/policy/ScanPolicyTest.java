package io.casemate.scan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.core.policy.PolicyReader;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.Location;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Rules;
import io.casemate.scan.rule.Verdict;
import io.casemate.scan.weight.WeightReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanPolicyTest {
    private static final Instant BEFORE = Instant.parse("2026-12-31T23:59:59Z");
    private static final Instant AFTER = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_waiver_counts_to_the_end_of_its_last_day() throws IOException {
        ScanPolicy policy = policy("""
                scan:
                  waivers:
                    - {rule: content/appended, path: "models/*.bin", reason: written by our exporter, expires: 2026-12-31}
                """);
        assertThat(policy.apply(report("a/models/x.bin"), BEFORE).verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(policy.apply(report("a/models/x.bin"), AFTER).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(policy.expired(AFTER)).singleElement().asString().contains("content/appended", "2026-12-31");
        assertThat(policy.expired(BEFORE)).isEmpty();
    }

    @Test
    void a_waiver_is_for_its_rule_and_its_path_only() throws IOException {
        ScanPolicy policy = policy("""
                scan:
                  waivers:
                    - {rule: "zip/*", reason: r, expires: 2027-12-31}
                    - {rule: content/appended, path: other.bin, reason: r, expires: 2027-12-31}
                """);
        assertThat(policy.apply(report("models/x.bin"), BEFORE).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(policy.apply(report("models/other.bin"), BEFORE).verdict()).isEqualTo(Verdict.CLEAN);
    }

    @Test
    void a_waived_finding_stays_in_the_report_with_its_reason() throws IOException {
        ScanPolicy policy = policy("scan: {waivers: [{rule: content/appended, reason: known, expires: 2026-12-31}]}");
        Finding finding =
                policy.apply(report("x"), BEFORE).files().getFirst().findings().getFirst();
        assertThat(finding.waived()).isEqualTo("known (until 2026-12-31)");
    }

    @Test
    void a_gap_cannot_be_waived() throws IOException {
        ScanPolicy policy = policy("scan: {waivers: [{rule: '*', reason: r, expires: 2026-12-31}]}");
        FileReport file = report("x").files().getFirst();
        FileReport unread = new FileReport(
                file.path(),
                file.sha256(),
                file.formats(),
                file.findings(),
                List.of(new Gap(new Location("", -1), "cut short")),
                file.coverage(),
                file.facts(),
                file.needs(),
                file.explained(),
                file.weights(),
                file.changes());
        assertThat(policy.apply(new ScanReport(List.of(unread), List.of()), BEFORE)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void allowed_globals_are_those_that_have_not_expired() throws IOException {
        ScanPolicy policy = policy("""
                gate: {budgets: {high: 0}}
                scan:
                  allow:
                    - {global: mypkg.Model, reason: ours, expires: 2026-12-31}
                    - {global: other.*, reason: ours, expires: 2020-01-01}
                """);
        assertThat(policy.globals(BEFORE)).containsExactly("mypkg.Model");
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_lines() {
        assertThatThrownBy(() -> policy("""
                        scan:
                          allow:
                            - {global: "no global", reason: ours, expires: 2026-12-31}
                            - {global: a.b, expires: soon}
                          waivers:
                            - {rule: x/y, reason: r, expires: 2026-13-01, until: x}
                        """))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .anyMatch(p -> p.contains(":3") && p.contains("no global"))
                                .anyMatch(p -> p.contains(":4") && p.contains("reason"))
                                .anyMatch(p -> p.contains(":4") && p.contains("soon"))
                                .anyMatch(p -> p.contains(":6") && p.contains("2026-13-01"))
                                .anyMatch(p -> p.contains(":6") && p.contains("until")));
    }

    private ScanPolicy policy(String yaml) throws IOException {
        return ScanPolicy.of(PolicyReader.read(Files.writeString(folder.resolve("policy.yaml"), yaml)));
    }

    private static ScanReport report(String path) {
        var finding = new Finding(Rules.builtIn().of("content/appended"), new Location("", 7), "more follows", "");
        var file = new FileReport(
                path,
                "0".repeat(64),
                List.of("toy"),
                List.of(finding),
                List.of(),
                new Coverage(9, 9),
                new TreeMap<>(),
                new TreeSet<>(),
                List.of(),
                new WeightReport(List.of()),
                List.of());
        return new ScanReport(List.of(file), List.of());
    }
}
