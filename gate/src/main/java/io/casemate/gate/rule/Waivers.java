package io.casemate.gate.rule;

import io.casemate.core.model.Topology;
import io.casemate.core.policy.Each;
import io.casemate.core.policy.Waiver;
import io.casemate.core.problem.Spelling;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.gate.subject.Situation;
import io.casemate.gate.subject.Subjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What does not count for a while. A waiver that has run out fails by itself: somebody promised to look again.
 *
 * @param policy the file as the user named it
 */
public record Waivers(String policy, List<Waiver> waivers) {
    /** The rule by which expired waivers fail. */
    public static final String EXPIRED = "waivers";

    /** Reports waivers of rules, threats or parts that there are not. */
    public void check(Map<String, Rule> rules, Situation situation, YamlProblems problems) {
        for (Waiver waiver : waivers) {
            Rule rule = rules.get(waiver.rule());
            if (rule == null) {
                problems.add(
                        waiver.line(),
                        "gate.waivers",
                        "unknown rule '%s'".formatted(waiver.rule()),
                        Spelling.remedy(waiver.rule(), rules.keySet()));
            }
            if (waiver.subject().indexOf('@') >= 0) {
                checkPair(waiver, situation, problems);
            } else if (rule != null) {
                checkWord(waiver, rule.each(), situation, problems);
            }
        }
    }

    /** A subject that is one word: a part, or the system. */
    private static void checkWord(Waiver waiver, Each each, Situation situation, YamlProblems problems) {
        switch (each) {
            case RISK, ANSWERED, QUESTION ->
                problems.add(
                        waiver.line(),
                        "gate.waivers",
                        "'%s' is no subject of %s".formatted(waiver.subject(), waiver.rule()),
                        "write threat@part, or fact@part for a question, as the verdict names it");
            case ELEMENT -> unknown(waiver, waiver.subject(), "element", parts(situation), problems);
            case SYSTEM -> unknown(waiver, waiver.subject(), "subject", Set.of(Subjects.SYSTEM), problems);
            case GAP -> {} // where something could not be seen is no closed vocabulary
        }
    }

    private static void checkPair(Waiver waiver, Situation situation, YamlProblems problems) {
        int at = waiver.subject().indexOf('@');
        Set<String> first = new LinkedHashSet<>(situation.knowledge().threats().keySet());
        first.addAll(situation.knowledge().facts().keySet());
        unknown(waiver, waiver.subject().substring(0, at), "threat or fact", first, problems);
        unknown(waiver, waiver.subject().substring(at + 1), "element or flow", parts(situation), problems);
    }

    private static Set<String> parts(Situation situation) {
        Set<String> parts = new LinkedHashSet<>(situation.topology().elements().keySet());
        parts.addAll(situation.topology().flows().keySet());
        parts.addAll(situation.topology().formerIds().keySet());
        return parts;
    }

    private static void unknown(Waiver waiver, String word, String noun, Set<String> known, YamlProblems problems) {
        if (!known.contains(word)) {
            problems.add(
                    waiver.line(),
                    "gate.waivers",
                    "unknown %s '%s'".formatted(noun, word),
                    Spelling.remedy(word, known, "correct it, or remove the waiver"));
        }
    }

    /**
     * The rulings with those waived that a waiver covers, and one more for each that has expired.
     *
     * @param notes takes the waivers that nothing needs
     */
    public List<Ruling> apply(List<Ruling> rulings, Topology topology, Instant asOf, List<String> notes) {
        Set<Waiver> used = new HashSet<>();
        List<Ruling> all = new ArrayList<>();
        for (Ruling ruling : rulings) {
            Optional<Waiver> waiver = ruling.outcome() == Outcome.PASS
                    ? Optional.empty()
                    : waivers.stream().filter(w -> covers(w, ruling, topology)).findFirst();
            waiver.ifPresent(used::add);
            all.add(waiver.filter(w -> w.holds(asOf))
                    .map(w -> waived(ruling, w))
                    .orElse(ruling));
        }
        for (Waiver waiver : waivers) {
            if (!used.contains(waiver) && waiver.holds(asOf)) {
                notes.add("nothing needs the waiver of %s for %s any more (%s:%d): remove it"
                        .formatted(waiver.rule(), waiver.subject(), policy, waiver.line()));
            }
            all.add(ofItself(waiver, asOf));
        }
        return all;
    }

    private static boolean covers(Waiver waiver, Ruling ruling, Topology topology) {
        int at = waiver.subject().indexOf('@');
        String subject = waiver.subject().substring(0, at + 1)
                + topology.currentId(waiver.subject().substring(at + 1));
        return waiver.rule().equals(ruling.rule()) && subject.equals(ruling.subject());
    }

    private static Ruling waived(Ruling ruling, Waiver waiver) {
        return new Ruling(
                ruling.rule(),
                ruling.title(),
                ruling.subject(),
                Outcome.WAIVED,
                ruling.message(),
                ruling.remedy(),
                waiver.words(),
                ruling.place());
    }

    private Ruling ofItself(Waiver waiver, Instant asOf) {
        boolean holds = waiver.holds(asOf);
        return new Ruling(
                EXPIRED,
                "No waiver has expired",
                "%s of %s".formatted(waiver.rule(), waiver.subject()),
                holds ? Outcome.PASS : Outcome.FAIL,
                holds
                        ? ""
                        : "the waiver of %s for %s, given by %s, ran out on %s"
                                .formatted(waiver.rule(), waiver.subject(), waiver.approver(), waiver.expires()),
                holds
                        ? ""
                        : "mend what it was for, or have it approved anew with a later day; then %s:%d"
                                .formatted(policy, waiver.line()),
                "",
                new Ruling.Place(policy, waiver.line()));
    }
}
