package io.casemate.scan.policy;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.ScanReport;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The section {@code scan} of policy.yaml.
 *
 * <pre>{@code
 * scan:
 *   allow:
 *     - {global: mypkg.Model, reason: our own class, expires: 2027-06-30}
 *   waivers:
 *     - {rule: zip/header-mismatch, path: "legacy/*.zip", reason: written by our old exporter, expires: 2027-01-31}
 * }</pre>
 */
public record ScanPolicy(List<AllowedGlobal> allowed, List<Waiver> waivers) {
    /** Nothing is allowed beyond the built-in lists, nothing is waived. */
    public static final ScanPolicy NONE = new ScanPolicy(List.of(), List.of());

    public ScanPolicy {
        allowed = List.copyOf(allowed);
        waivers = List.copyOf(waivers);
    }

    /**
     * Reads a policy.yaml; other sections belong to the gate and are passed over.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with it
     */
    public static ScanPolicy read(Path file) {
        YamlProblems problems = YamlProblems.of(file.toString());
        List<AllowedGlobal> allowed = new ArrayList<>();
        List<Waiver> waivers = new ArrayList<>();
        YamlReader.read(file, YamlLimits.DEFAULT, problems).ifPresent(top -> {
            YamlCursor scan = top.at("scan");
            scan.at("allow").items().forEach(at -> allowed(at).ifPresent(allowed::add));
            scan.at("waivers").items().forEach(at -> waiver(at).ifPresent(waivers::add));
            scan.noOtherKeys();
            top.at("gate");
            top.noOtherKeys();
        });
        problems.throwIfAny();
        return new ScanPolicy(allowed, waivers);
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
                        expired.add("'%s' was waived for '%s' until %s".formatted(w.rule(), w.path(), w.expires())));
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
                    .filter(w -> w.covers(file, finding))
                    .findFirst()
                    .map(w -> finding.waived(w.words()))
                    .orElse(finding));
        }
        return file.withFindings(findings);
    }

    private static Optional<AllowedGlobal> allowed(YamlCursor at) {
        Optional<String> name =
                at.at("global").required("name a global, as mypkg.Model").text();
        Optional<String> reason =
                at.at("reason").required("say why it is trusted").text();
        Optional<LocalDate> expires = day(at.at("expires"));
        at.noOtherKeys();
        if (name.isEmpty() || reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        if (!name.get().matches("[A-Za-z_][\\w.]*(\\.\\*)?")) {
            at.at("global").invalid("is no global", "write mypkg.Model, or mypkg.* for all of a module");
            return Optional.empty();
        }
        return Optional.of(new AllowedGlobal(name.get(), reason.get(), expires.get()));
    }

    private static Optional<Waiver> waiver(YamlCursor at) {
        Optional<String> rule =
                at.at("rule").required("name the rule, as code/unknown-call").text();
        String path = at.at("path").text("**");
        String sha256 = at.at("sha256").text("");
        Optional<String> reason =
                at.at("reason").required("say why it does not count").text();
        Optional<LocalDate> expires = day(at.at("expires"));
        at.noOtherKeys();
        if (!isGlob(path)) {
            at.at("path").invalid("is no pattern for paths", "write a glob, as models/*.pkl");
            return Optional.empty();
        }
        if (rule.isEmpty() || reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(rule.get(), path, sha256, reason.get(), expires.get()));
    }

    private static boolean isGlob(String path) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static Optional<LocalDate> day(YamlCursor at) {
        Optional<String> text = at.required("say until when, as 2027-06-30").text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get()));
        } catch (DateTimeException e) {
            at.invalid("is no day", "write it as 2027-06-30");
            return Optional.empty();
        }
    }
}
