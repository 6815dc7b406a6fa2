package io.casemate.gate.rule;

import io.casemate.core.policy.Each;
import io.casemate.core.policy.EvidenceDemand;
import io.casemate.core.policy.EvidenceDemand.Kind;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.gate.expression.Expression;
import io.casemate.gate.expression.Template;
import io.casemate.gate.subject.Proof;
import io.casemate.gate.subject.Subject;
import io.casemate.gate.subject.Subjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence that must be there and not too old. Where it is not, nobody can say: that is undecided, not failed. */
record EvidenceRule(EvidenceDemand demand, Optional<Expression> when, Template remedy) implements Rule {
    @Override
    public String id() {
        return demand.id();
    }

    @Override
    public Each each() {
        return demand.each();
    }

    @Override
    public List<Ruling> rulings(Subjects subjects) {
        List<Ruling> rulings = new ArrayList<>();
        for (Subject subject : subjects.of(demand.each())) {
            Map<String, Object> variables = subjects.with(demand.each(), subject);
            if (when.map(w -> w.holds(variables)).orElse(true)) {
                rulings.add(ruling(subject, variables));
            }
        }
        return rulings;
    }

    private Ruling ruling(Subject subject, Map<String, Object> variables) {
        String missing = missing(subject);
        return new Ruling(
                id(),
                demand.title(),
                subject.id(),
                missing.isEmpty() ? Outcome.PASS : Outcome.UNDECIDED,
                missing,
                missing.isEmpty() ? "" : remedy.fill(variables),
                "",
                subject.place());
    }

    /** What is missing, in words; "" where nothing is. */
    private String missing(Subject subject) {
        Optional<Proof> newest = subject.proofs().stream()
                .filter(p -> p.counts() && p.holds() && p.is(demand.kind()) && isAbout(p))
                .min(Comparator.comparingInt(Proof::ageDays));
        if (newest.isEmpty()) {
            return "%s has no %s".formatted(subject.id(), wanted());
        }
        return newest.get().ageDays() <= demand.ageDaysMax()
                ? ""
                : "%s has no %s: the newest is %d days old, by %s"
                        .formatted(
                                subject.id(),
                                wanted(),
                                newest.get().ageDays(),
                                newest.get().source());
    }

    private boolean isAbout(Proof proof) {
        return demand.control().isEmpty() || demand.control().equals(proof.control());
    }

    private String wanted() {
        String kind = demand.kind() == Kind.ANY ? "evidence" : demand.kind().id();
        String control = demand.control().isEmpty() ? "" : " of '%s'".formatted(demand.control());
        return "%s%s from the last %d days".formatted(kind, control, demand.ageDaysMax());
    }
}
