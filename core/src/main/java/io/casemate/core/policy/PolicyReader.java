package io.casemate.core.policy;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Reads policy.yaml, the whole of it for all who obey it.
 *
 * <pre>{@code
 * scan:
 *   allow:
 *     - {global: mypkg.Model, reason: our own class, expires: 2027-06-30}
 *   waivers:
 *     - {rule: zip/header-mismatch, path: "legacy/*.zip", reason: written by our old exporter, expires: 2027-01-31}
 * review: {every-months: 3}
 * gate:
 *   budgets: {medium: 12}
 *   rules: [...]
 *   evidence: [...]
 *   waivers:
 *     - {rule: no-high, subject: model-extraction@api, approver: CISO, reason: closes in May, expires: 2027-05-31}
 * }</pre>
 */
public final class PolicyReader {
    private static final YamlLimits LIMITS = new YamlLimits(1 << 20, 32, 50_000);

    private PolicyReader() {}

    /**
     * Reads a file.
     *
     * @throws io.casemate.core.problem.InvalidInputException with everything that is wrong with it
     */
    public static PolicyFile read(Path file) {
        YamlProblems problems = YamlProblems.of(file.toString());
        PolicyFile policy = read(file, problems);
        problems.throwIfAny();
        return policy;
    }

    /** Reads a file; what is wrong with it goes to the problems, and what is left is returned. */
    public static PolicyFile read(Path file, YamlProblems problems) {
        return YamlReader.read(file, LIMITS, problems)
                .map(top -> policy(file.toString(), top))
                .orElse(PolicyFile.NONE);
    }

    /** Reads the bytes of a file. */
    public static PolicyFile read(String name, byte[] bytes, YamlProblems problems) {
        return YamlReader.read(bytes, LIMITS, problems)
                .map(top -> policy(name, top))
                .orElse(PolicyFile.NONE);
    }

    private static PolicyFile policy(String name, YamlCursor top) {
        YamlCursor scan = top.at("scan");
        List<AllowedGlobal> allowed = scan.at("allow").items().stream()
                .flatMap(at -> allowed(at).stream())
                .toList();
        List<Waiver> waivers = scan.at("waivers").items().stream()
                .flatMap(at -> waiver(at).stream())
                .toList();
        scan.noOtherKeys();
        YamlCursor review = top.at("review");
        int months = review.at("every-months").whole(1, 60).orElse(PolicyFile.REVIEW_MONTHS);
        review.noOtherKeys();
        GateSection gate = top.at("gate").present() ? GateReader.read(top.at("gate")) : GateSection.NONE;
        top.noOtherKeys();
        return new PolicyFile(name, allowed, waivers, months, gate);
    }

    private static Optional<AllowedGlobal> allowed(YamlCursor at) {
        Optional<String> name = said(at.at("global"), "name a global, as mypkg.Model");
        Optional<String> reason = said(at.at("reason"), "say why it is trusted");
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
        Optional<String> rule = said(at.at("rule"), "name the rule, as code/unknown-call");
        String path = at.at("path").text("**");
        String sha256 = at.at("sha256").text("");
        String approver = at.at("approver").text("");
        Optional<String> reason = said(at.at("reason"), "say why it does not count");
        Optional<LocalDate> expires = day(at.at("expires"));
        at.noOtherKeys();
        if (!isGlob(path)) {
            at.at("path").invalid("is no pattern for paths", "write a glob, as models/*.pkl");
            return Optional.empty();
        }
        if (rule.isEmpty() || reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(rule.get(), path, sha256, approver, reason.get(), expires.get(), at.line()));
    }

    private static boolean isGlob(String path) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + path);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** A text that must be there and say something. */
    static Optional<String> said(YamlCursor at, String remedy) {
        Optional<String> text = at.required(remedy).text();
        if (text.filter(String::isBlank).isPresent()) {
            at.invalid("says nothing", remedy);
        }
        return text.filter(said -> !said.isBlank());
    }

    /** The last day on which something holds. */
    static Optional<LocalDate> day(YamlCursor at) {
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
