package io.casemate.gate;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.policy.GateSection;
import io.casemate.core.policy.PolicyFile;
import io.casemate.core.policy.PolicyReader;
import io.casemate.core.policy.Written;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.gate.expression.Unanswerable;
import io.casemate.gate.rule.Rule;
import io.casemate.gate.rule.Rulebook;
import io.casemate.gate.rule.Waivers;
import io.casemate.gate.subject.Situation;
import io.casemate.gate.subject.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The front door: a policy over an assessment gives a verdict. A policy may be hostile: its conditions build nothing large,
 * loop within a budget, and are given up when together they take longer than a minute.
 */
public final class Gate {
    private static final String BUILT_IN = "default-policy.yaml";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PolicyFile policy;
    private final Rulebook rulebook;

    private Gate(PolicyFile policy, Rulebook rulebook) {
        this.policy = policy;
        this.rulebook = rulebook;
    }

    /** The gate with its built-in rules alone. */
    public static Gate builtIn(Knowledge knowledge) {
        return of(PolicyFile.NONE, knowledge, YamlProblems.of(BUILT_IN));
    }

    /**
     * The gate of an organisation.
     *
     * @throws InvalidInputException with everything that is wrong with the policy
     */
    public static Gate read(Path file, Knowledge knowledge) {
        YamlProblems problems = YamlProblems.of(file.toString());
        return of(PolicyReader.read(file, problems), knowledge, problems);
    }

    private static Gate of(PolicyFile policy, Knowledge knowledge, YamlProblems problems) {
        Rulebook rulebook = Rulebook.of(defaultSection(), policy.gate(), knowledge, problems);
        problems.throwIfAny();
        return new Gate(policy, rulebook);
    }

    /** The built-in policy as a text, for those who start from it. */
    public static String defaultPolicy() {
        try (InputStream in = Gate.class.getResourceAsStream(BUILT_IN)) {
            return new String(Objects.requireNonNull(in, BUILT_IN).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in policy", e);
        }
    }

    /** What conditions can ask for, one line a field. */
    public static String fields(Knowledge knowledge) {
        return FieldList.of(knowledge);
    }

    private static GateSection defaultSection() {
        YamlProblems problems = YamlProblems.of(BUILT_IN);
        byte[] bytes = defaultPolicy().getBytes(StandardCharsets.UTF_8);
        GateSection section = PolicyReader.read(BUILT_IN, bytes, problems).gate();
        problems.throwIfAny();
        return section;
    }

    /**
     * What the policy says of a system.
     *
     * @throws InvalidInputException where a waiver names what is not there, or a condition cannot be answered
     */
    public Verdict check(Situation situation) {
        YamlProblems problems = YamlProblems.of(name());
        var waivers = new Waivers(name(), policy.gate().waivers());
        waivers.check(rulebook.rules(), situation, problems);
        problems.throwIfAny();
        Subjects subjects = Subjects.of(situation, policy);
        List<Ruling> rulings = new ArrayList<>();
        Deadline.within(
                PATIENCE,
                () -> rulebook.rules().values().forEach(rule -> rulings.addAll(rulings(rule, subjects))),
                () -> new Problem(
                        name(),
                        "its conditions take longer than %d seconds".formatted(PATIENCE.toSeconds()),
                        "write simpler ones: no all() within all()"));
        List<String> notes = new ArrayList<>(rulebook.notes());
        return new Verdict(
                situation.topology().model().scope().name(),
                situation.assessment().asOf(),
                policy.name().isEmpty() ? "built-in" : policy.name(),
                waivers.apply(
                        rulings, situation.topology(), situation.assessment().asOf(), notes),
                notes);
    }

    private List<Ruling> rulings(Rule rule, Subjects subjects) {
        try {
            return rule.rulings(subjects);
        } catch (Unanswerable e) {
            Written written = e.written();
            throw new InvalidInputException(List.of(new Problem(
                    "%s:%d %s".formatted(name(), written.line(), written.path()),
                    "cannot be answered: %s".formatted(e.getMessage()),
                    "make it safe, as in size(list) > 0 && list[0] == 1, or simpler")));
        }
    }

    private String name() {
        return policy.name().isEmpty() ? BUILT_IN : policy.name();
    }
}
