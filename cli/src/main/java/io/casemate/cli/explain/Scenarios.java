package io.casemate.cli.explain;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.problem.Spelling;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Coverage.ThreatCoverage;
import io.casemate.core.risk.Risk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the scenario that somebody means. */
final class Scenarios {
    private static final int LISTED_MAX = 6;

    private final Assessment assessment;

    Scenarios(Assessment assessment) {
        this.assessment = assessment;
    }

    /** Something that can be explained. */
    sealed interface Found {
        record AsRisk(Risk risk) implements Found {}

        /** Its controls end it. */
        record AsAnswered(Answered answered) implements Found {}
    }

    /**
     * The scenario of that id, or the only one whose id begins so.
     *
     * @throws InvalidInputException where there is none or more than one
     */
    Found named(String wanted) {
        List<String> ids = Stream.concat(
                        assessment.risks().stream().map(Risk::id),
                        assessment.answered().stream().map(Answered::id))
                .toList();
        if (ids.contains(wanted)) {
            return found(wanted);
        }
        List<String> beginning =
                ids.stream().filter(id -> id.startsWith(wanted)).toList();
        if (beginning.size() == 1) {
            return found(beginning.getFirst());
        }
        String where = "'%s'".formatted(wanted);
        if (beginning.isEmpty()) {
            throw problem(where, "is no scenario of this system", remedy(wanted, ids));
        }
        String some = beginning.stream().limit(LISTED_MAX).collect(Collectors.joining(", "));
        String more = beginning.size() > LISTED_MAX ? ", and %d more".formatted(beginning.size() - LISTED_MAX) : "";
        throw problem(where, "begins more than one scenario", "one of %s%s".formatted(some, more));
    }

    private Found found(String id) {
        for (Risk risk : assessment.risks()) {
            if (risk.id().equals(id)) {
                return new Found.AsRisk(risk);
            }
        }
        return assessment.answered().stream()
                .filter(a -> a.id().equals(id))
                .<Found>map(Found.AsAnswered::new)
                .findFirst()
                .orElseThrow();
    }

    private String remedy(String wanted, List<String> ids) {
        String threat = wanted.replaceFirst("@.*", "");
        List<String> targets = ids.stream().filter(id -> id.startsWith(threat)).toList();
        Optional<ThreatCoverage> known = assessment.coverage().threats().stream()
                .filter(t -> t.threat().startsWith(threat))
                .findFirst();
        if (targets.isEmpty() && known.isPresent()) {
            String because = known.get().because();
            return "%s does not apply%s".formatted(known.get().threat(), because.isEmpty() ? "" : ": " + because);
        }
        return Spelling.remedy(
                wanted, targets.isEmpty() ? ids : targets, "'casemate assess' lists the scenarios of a system");
    }

    private static InvalidInputException problem(String where, String what, String remedy) {
        return new InvalidInputException(List.of(new Problem(where, what, remedy)));
    }
}
