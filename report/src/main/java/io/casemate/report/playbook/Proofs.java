package io.casemate.report.playbook;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.knowledge.playbook.Playbook;
import io.casemate.core.knowledge.playbook.Playbook.Proof;
import io.casemate.core.knowledge.playbook.Playbook.Step;
import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.Review;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.Risk;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.surface.Looks;
import io.casemate.report.wording.Observations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What shows that a step is done: the model, its reviews, or evidence that counts and is young enough. */
record Proofs(Playbook playbook, ViewInput input) {
    Optional<String> ofSystem(Step step) {
        SystemModel model = input.assessment().topology().model();
        return step.doneBy().stream()
                .sorted()
                .flatMap(p -> stated(p, model).stream())
                .findFirst()
                .or(() -> ofReview(step));
    }

    /** A review of the model that names the playbook, or the step of it. */
    Optional<String> ofReview(Step step) {
        if (!step.doneBy().contains(Proof.REVIEW)) {
            return Optional.empty();
        }
        String whole = playbook.id();
        List<String> triggers = List.of(whole, whole + "/" + step.id());
        return input.assessment().topology().model().reviews().stream()
                .filter(r -> triggers.contains(r.trigger()) && isYoung(LocalDate.parse(r.date()), step))
                .map(Proofs::words)
                .findFirst();
    }

    Optional<String> ofElement(Step step, String element) {
        return ofEvidence(
                        step,
                        input.assessment().risks().stream()
                                .filter(r -> r.part().id().equals(element))
                                .toList())
                .or(() -> ofReview(step));
    }

    Optional<String> ofScenario(Step step, Risk risk) {
        if (step.doneBy().contains(Proof.TREATMENT) && risk.treatment().decided()) {
            return Optional.of("decided: " + risk.treatment().action().id());
        }
        return ofEvidence(step, List.of(risk)).or(() -> ofReview(step));
    }

    Optional<String> ofArtifact(Step step, Element element, Artifact artifact) {
        return step.doneBy().contains(Proof.SCAN) && new Looks(input).scanned(element, artifact)
                ? Optional.of("a scan of these bytes counts")
                : ofReview(step);
    }

    private Optional<String> ofEvidence(Step step, List<Risk> risks) {
        return risks.stream()
                .flatMap(r -> r.evidence().stream())
                .filter(EvidenceUse::counts)
                .map(u -> u.evidence().body())
                .filter(e -> step.doneBy().contains(proof(e)))
                .filter(e -> isYoung(LocalDate.ofInstant(e.provenance().observedAt(), ZoneOffset.UTC), step))
                .map(Observations::headline)
                .findFirst();
    }

    private static Proof proof(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> Proof.FINDING;
            case AttackResult r -> Proof.ATTACK;
            case Alert a -> Proof.ALERT;
            case Attestation a -> Proof.REVIEW;
        };
    }

    private static Optional<String> stated(Proof proof, SystemModel model) {
        var scope = model.scope();
        return switch (proof) {
            case OBJECTIVES -> some(scope.objectives(), "the model states its objectives");
            case EXCLUSIONS -> some(scope.excluded(), "the model states what is out of scope");
            case ASSETS -> some(model.assets(), "the model states its assets");
            case ADVERSARIES -> some(model.adversaries(), "the model states its adversaries");
            case REVIEW, FINDING, ATTACK, ALERT, SCAN, TREATMENT -> Optional.empty();
        };
    }

    private static Optional<String> some(List<?> stated, String words) {
        return stated.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private boolean isYoung(LocalDate day, Step step) {
        Instant asOf = input.assessment().asOf();
        Instant then = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return !then.isAfter(asOf) && Duration.between(then, asOf).toDays() <= step.withinDays();
    }

    private static String words(Review review) {
        return "review of %s by %s".formatted(review.date(), review.by());
    }
}
