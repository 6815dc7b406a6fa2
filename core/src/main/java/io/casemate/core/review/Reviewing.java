package io.casemate.core.review;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.Reviewed;
import io.casemate.core.model.Review;
import io.casemate.core.model.Treatment;
import io.casemate.core.policy.Waiver;
import io.casemate.core.review.Trigger.Kind;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.Risk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out a review status. */
final class Reviewing {
    private final ReviewInput input;
    private final LocalDate today;
    private final Optional<Recorded<Reviewed>> recorded;
    private final Optional<Review> told;
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Due> agenda = new ArrayList<>();

    Reviewing(ReviewInput input) {
        this.input = input;
        Instant asOf = input.assessment().asOf();
        today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        recorded = input.evidence().standingReviews().stream()
                .filter(review -> review.body().whole() && !review.at().isAfter(asOf))
                .max(Comparator.comparing(Recorded::at));
        told = input.assessment().topology().model().reviews().stream()
                .filter(review -> !LocalDate.parse(review.date()).isAfter(today))
                .max(Comparator.comparing(Review::date));
    }

    ReviewStatus status() {
        Optional<LocalDate> inLedger = recorded.map(r -> LocalDate.ofInstant(r.at(), ZoneOffset.UTC));
        Optional<LocalDate> inModel = told.map(Review::date).map(LocalDate::parse);
        boolean ledgerWins = inLedger.isPresent()
                && !inModel.map(d -> d.isAfter(inLedger.get())).orElse(false);
        Optional<LocalDate> last = ledgerWins ? inLedger : inModel;
        int months = input.policy().reviewMonths();
        LocalDate due = last.map(d -> d.plusMonths(months)).orElse(today);
        if (last.isEmpty()) {
            triggers.add(new Trigger(Kind.NEVER_REVIEWED, "", "nobody has reviewed the model yet"));
        } else if (due.isBefore(today)) {
            triggers.add(
                    new Trigger(Kind.OVERDUE, "", "the review every %d months was due on %s".formatted(months, due)));
        }
        agenda.add(new Due(due, "review the model", ""));
        incidents(
                ledgerWins
                        ? recorded.map(Recorded::at)
                        : inModel.map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant()));
        if (ledgerWins) {
            recorded.map(Recorded::body).ifPresent(this::changes);
        } else {
            unboundChanges();
        }
        treatments();
        waivers();
        agenda.sort(Comparator.comparing(Due::day).thenComparing(Due::what));
        String by =
                ledgerWins ? recorded.get().body().by() : told.map(Review::by).orElse("");
        return new ReviewStatus(today, last.map(LocalDate::toString).orElse(""), by, months, due, triggers, agenda);
    }

    /** What has happened, or became known, since people looked. */
    private void incidents(Optional<Instant> looked) {
        for (Risk risk : input.assessment().risks()) {
            if (risk.incident().happened()) {
                boolean seen = looked.isPresent() && !known(risk).isAfter(looked.get());
                if (!seen) {
                    triggers.add(new Trigger(
                            Kind.INCIDENT,
                            risk.id(),
                            "%s, since %s"
                                    .formatted(
                                            risk.incident().evidence(),
                                            LocalDate.ofInstant(risk.incident().since(), ZoneOffset.UTC))));
                }
            }
        }
    }

    /** When the last evidence of an incident was recorded. */
    private static Instant known(Risk risk) {
        return risk.evidence().stream()
                .map(EvidenceUse::evidence)
                .filter(evidence -> isIncident(evidence.body()))
                .map(Recorded::at)
                .max(Comparator.naturalOrder())
                .orElse(risk.incident().since());
    }

    private static boolean isIncident(Evidence evidence) {
        return evidence instanceof Finding f && f.incident();
    }

    private void changes(Reviewed seen) {
        if (!seen.modelSha256().isEmpty() && !seen.modelSha256().equals(input.modelSha256())) {
            triggers.add(
                    new Trigger(Kind.MODEL_CHANGED, "casemate.yaml", "casemate.yaml is another than the one reviewed"));
        }
        seen.artifacts().forEach((path, digest) -> {
            String now = input.digests().getOrDefault(path, digest);
            if (!now.equals(digest)) {
                triggers.add(new Trigger(
                        Kind.ARTIFACT_CHANGED, path, "%s is another than the one reviewed".formatted(path)));
            }
        });
        input.digests().keySet().stream()
                .filter(path -> !seen.artifacts().containsKey(path))
                .sorted()
                .forEach(path -> triggers.add(
                        new Trigger(Kind.ARTIFACT_CHANGED, path, "%s is new since the review".formatted(path))));
        if (!seen.knowledgeSha256().isEmpty()
                && !seen.knowledgeSha256().equals(input.knowledgeSha256().get())) {
            triggers.add(new Trigger(
                    Kind.KNOWLEDGE_CHANGED, "", "the catalogue of threats is another than the one reviewed with"));
        }
    }

    /** A review that only the model tells of is bound to nothing: what evidence was taken on another version of counts. */
    private void unboundChanges() {
        input.assessment().review().triggers().stream()
                .filter(words -> words.startsWith("model update"))
                .forEach(words -> triggers.add(new Trigger(Kind.ARTIFACT_CHANGED, "", words)));
    }

    private void treatments() {
        for (Treatment treatment : input.assessment().topology().model().treatments()) {
            if (treatment.due().isEmpty() || treatment.status() == Treatment.Status.DONE) {
                continue;
            }
            LocalDate day = LocalDate.parse(treatment.due());
            agenda.add(
                    new Due(day, "%s %s".formatted(treatment.action().id(), treatment.scenario()), treatment.owner()));
            if (day.isBefore(today)) {
                triggers.add(new Trigger(
                        Kind.TREATMENT_OVERDUE,
                        treatment.scenario(),
                        "the treatment of %s was due on %s and is %s"
                                .formatted(
                                        treatment.scenario(),
                                        day,
                                        treatment.status().id())));
            }
        }
    }

    private void waivers() {
        List<Waiver> all = new ArrayList<>(input.policy().gate().waivers());
        all.addAll(input.policy().scanWaivers());
        for (Waiver waiver : all) {
            String what = "the waiver of %s for %s".formatted(waiver.rule(), waiver.subject());
            agenda.add(new Due(waiver.expires(), what + " ends", waiver.approver()));
            if (!waiver.holds(input.assessment().asOf())) {
                triggers.add(new Trigger(
                        Kind.WAIVER_EXPIRED, waiver.subject(), "%s ran out on %s".formatted(what, waiver.expires())));
            }
        }
    }
}
