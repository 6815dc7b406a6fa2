package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.MitigationEffect.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The action plan and the review plan that follow from the risks. */
final class Plans {
    private static final int REVIEW_MONTHS = 3;

    private Plans() {}

    /** What treatments ask for, and for untreated risks of at least the medium band the mitigation that lowers them most. */
    static List<Action> actions(
            List<Risk> risks, Map<String, Effects> effects, Map<String, Scoring.Scored> scored, LocalDate today) {
        List<Action> actions = new ArrayList<>();
        for (Risk risk : risks) {
            Treatment treatment = risk.treatment();
            if (treatment.decided()) {
                treatment.mitigations().forEach(m -> actions.add(decided(risk, m, effects, scored, today)));
            } else if (risk.shown()) {
                best(risk)
                        .ifPresent(e -> actions.add(new Action(
                                risk.priority(), risk.id(), e.mitigation(), "", "", "proposed", false, e.after())));
            }
        }
        actions.sort(Comparator.comparingInt(Action::priority));
        return actions;
    }

    /** The days on which people looked at the whole system: as the model tells them, and as the ledger has recorded them. */
    static List<LocalDate> reviewed(SystemModel model, EvidenceBook book, Instant asOf) {
        List<LocalDate> days = new ArrayList<>();
        model.reviews().forEach(review -> days.add(LocalDate.parse(review.date())));
        book.standingReviews().stream()
                .filter(review -> review.body().whole() && !review.at().isAfter(asOf))
                .forEach(review -> days.add(LocalDate.ofInstant(review.at(), ZoneOffset.UTC)));
        return days;
    }

    /** When to look again: three months after the last review, or now where something has happened. */
    static ReviewPlan review(List<LocalDate> reviewed, Instant asOf, List<Risk> risks, Set<String> changed) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Optional<LocalDate> last =
                reviewed.stream().filter(d -> !d.isAfter(today)).max(Comparator.naturalOrder());
        LocalDate due = last.map(d -> d.plusMonths(REVIEW_MONTHS)).orElse(today);
        List<String> triggers = new ArrayList<>();
        if (last.isEmpty()) {
            triggers.add("never reviewed");
        } else if (due.isBefore(today)) {
            triggers.add("quarterly review overdue since " + due);
        }
        for (Risk risk : risks) {
            LocalDate since = LocalDate.ofInstant(risk.incident().since(), ZoneOffset.UTC);
            if (risk.incident().happened() && last.map(d -> !since.isBefore(d)).orElse(true)) {
                triggers.add("incident: %s since %s".formatted(risk.id(), since));
            }
        }
        changed.stream()
                .sorted()
                .forEach(id -> triggers.add("model update: an artifact of %s has changed".formatted(id)));
        return new ReviewPlan(last.map(LocalDate::toString).orElse(""), due, triggers);
    }

    private static Action decided(
            Risk risk,
            String mitigation,
            Map<String, Effects> effects,
            Map<String, Scoring.Scored> scored,
            LocalDate today) {
        Treatment t = risk.treatment();
        Effects effect = effects.get(risk.id());
        Scoring.Scored now = scored.get(risk.id());
        Rating after = effect == null || now == null ? risk.current() : effect.with(List.of(mitigation), now);
        boolean overdue = t.status() != Treatment.Status.DONE
                && !t.due().isEmpty()
                && LocalDate.parse(t.due()).isBefore(today);
        return new Action(
                risk.priority(),
                risk.id(),
                mitigation,
                t.owner(),
                t.due(),
                t.status().id(),
                overdue,
                after);
    }

    private static Optional<MitigationEffect> best(Risk risk) {
        return risk.mitigations().stream()
                .filter(e -> e.state() == State.ABSENT || e.state() == State.UNKNOWN)
                .filter(e -> e.after().probability() < risk.current().probability())
                .min(Comparator.comparingDouble(e -> e.after().probability()));
    }
}
