package io.casemate.core.compliance;

import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.questionnaire.Classification;
import io.casemate.core.knowledge.questionnaire.Questionnaire;
import io.casemate.core.knowledge.questionnaire.QuestionnaireReader;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Assessment;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for proofs in one system at one moment. */
final class Search {
    private final Knowledge knowledge;
    private final Assessment assessment;
    private final EvidenceBook book;
    private final Collection<String> digests;
    private final Map<String, Double> staleAfterDays;

    Search(Knowledge knowledge, Assessment assessment, EvidenceBook book, Collection<String> digests) {
        this.knowledge = knowledge;
        this.assessment = assessment;
        this.book = book;
        this.digests = digests;
        this.staleAfterDays = knowledge.weights().evidence().staleAfterDays();
    }

    Seen look(Proof proof) {
        return switch (proof.sort()) {
            case FACT -> fact(proof);
            case LEDGER -> ledger(proof);
            case MODEL -> content(proof);
            case QUESTIONNAIRE -> tier(proof);
            case ASSESSMENT, REVIEW -> review(proof);
        };
    }

    private SystemModel model() {
        return assessment.topology().model();
    }

    /** The weakest part decides: a control that holds at four doors of five is not in place. */
    private Seen fact(Proof proof) {
        Fact fact = Objects.requireNonNull(knowledge.facts().get(proof.of()));
        List<Part> parts = assessment.topology().parts().stream()
                .filter(part -> switch (part) {
                    case Element e -> fact.kinds().contains(e.kind());
                    case Flow f -> fact.flows();
                })
                .toList();
        if (parts.isEmpty()) {
            return new Seen(proof, Fulfilment.NOT_APPLICABLE, "there is no part of the system that it could hold at");
        }
        Fulfilment weakest = Fulfilment.EVIDENCE;
        var counts = new EnumMap<Fulfilment, Integer>(Fulfilment.class);
        for (Part part : parts) {
            Fulfilment at = at(part, fact);
            counts.merge(at, 1, Integer::sum);
            weakest = weakest.least(at);
        }
        String words = "%d verified, %d stale, %d claimed, %d neither, of %d parts"
                .formatted(
                        counts.getOrDefault(Fulfilment.EVIDENCE, 0),
                        counts.getOrDefault(Fulfilment.STALE, 0),
                        counts.getOrDefault(Fulfilment.CLAIM, 0),
                        counts.getOrDefault(Fulfilment.GAP, 0),
                        parts.size());
        return new Seen(proof, weakest, words);
    }

    private Fulfilment at(Part part, Fact fact) {
        Optional<Attestation> tested = attested(part, fact, true);
        if (tested.isPresent()) {
            Attestation test = tested.get();
            String subject = test.provenance().subjectSha256();
            boolean other = !subject.isEmpty() && !digests.contains(subject);
            if (says(test, fact) != fact.good()) {
                return Fulfilment.GAP;
            }
            return other || old(test.provenance().observedAt(), "attestation") ? Fulfilment.STALE : Fulfilment.EVIDENCE;
        }
        Optional<Boolean> word = attested(part, fact, false).map(a -> says(a, fact));
        Optional<Boolean> stated =
                word.or(() -> Optional.ofNullable(part.facts().get(fact.id())));
        return stated.filter(value -> value == fact.good()).isPresent() ? Fulfilment.CLAIM : Fulfilment.GAP;
    }

    /** The value that an attestation gives to a fact. */
    private boolean says(Attestation attestation, Fact fact) {
        Mitigation mitigation = knowledge.mitigations().get(attestation.controlId());
        boolean better = mitigation == null ? fact.good() : mitigation.value();
        return attestation.holds() == better;
    }

    private Optional<Attestation> attested(Part part, Fact fact, boolean verified) {
        return attestations().stream()
                .filter(a -> a.verified() == verified)
                .filter(a -> assessment.topology().currentId(a.targetId()).equals(part.id()))
                .filter(a -> factOf(a).equals(fact.id()))
                .reduce((earlier, later) -> later);
    }

    private String factOf(Attestation attestation) {
        Mitigation mitigation = knowledge.mitigations().get(attestation.controlId());
        return mitigation == null ? attestation.controlId() : mitigation.fact();
    }

    private List<Attestation> attestations() {
        return book.standingEvidence().stream()
                .map(Recorded::body)
                .filter(Attestation.class::isInstance)
                .map(Attestation.class::cast)
                .toList();
    }

    private Seen ledger(Proof proof) {
        Optional<Instant> newest = switch (proof.of()) {
            case "attack" -> newest(AttackResult.class::isInstance);
            case "test" ->
                newest(e -> e instanceof AttackResult
                        || e instanceof Finding
                        || (e instanceof Attestation a && a.verified()));
            case "watch" ->
                book.standingSpans().stream().map(s -> s.body().to()).max(Instant::compareTo);
            default -> newest(e -> true);
        };
        String kind = proof.of().equals("attack") ? "attack" : "attestation";
        return newest.map(at ->
                        new Seen(proof, old(at, kind) ? Fulfilment.STALE : Fulfilment.EVIDENCE, "last on " + day(at)))
                .orElse(new Seen(proof, Fulfilment.GAP, "nothing of it in the ledger"));
    }

    private Optional<Instant> newest(Predicate<Evidence> fits) {
        return book.standingEvidence().stream()
                .map(Recorded::body)
                .filter(fits)
                .map(e -> e.provenance().observedAt())
                .max(Instant::compareTo);
    }

    private Seen content(Proof proof) {
        long count = ModelContent.count(model(), proof.of());
        return count == 0
                ? new Seen(proof, Fulfilment.GAP, "the model says nothing of it")
                : new Seen(proof, Fulfilment.CLAIM, "the model writes it down: %d".formatted(count));
    }

    private Seen tier(Proof proof) {
        Questionnaire questionnaire = QuestionnaireReader.all(knowledge).get(proof.of());
        Map<String, Boolean> answers = model().answers().getOrDefault(proof.of(), Map.of());
        if (questionnaire == null || answers.isEmpty()) {
            return new Seen(proof, Fulfilment.GAP, "its questions are not answered");
        }
        Classification classification = questionnaire.tier(answers);
        String words = "%s, %d questions open"
                .formatted(classification.tier().title(), classification.open().size());
        return new Seen(proof, classification.decided() ? Fulfilment.CLAIM : Fulfilment.GAP, words);
    }

    /** An assessment is as fresh as the last look that people took at its model. */
    private Seen review(Proof proof) {
        String last = assessment.review().last();
        LocalDate today = LocalDate.ofInstant(assessment.asOf(), ZoneOffset.UTC);
        if (last.isEmpty()) {
            Fulfilment without = proof.sort() == Proof.Sort.REVIEW ? Fulfilment.GAP : Fulfilment.CLAIM;
            return new Seen(proof, without, "nobody has reviewed the model");
        }
        boolean overdue = assessment.review().due().isBefore(today);
        String words = "reviewed on %s, next due on %s"
                .formatted(last, assessment.review().due());
        return new Seen(proof, overdue ? Fulfilment.STALE : Fulfilment.EVIDENCE, words);
    }

    private boolean old(Instant at, String kind) {
        double days = staleAfterDays.getOrDefault(kind, 365.0);
        return Duration.between(at, assessment.asOf()).toSeconds()
                > days * Duration.ofDays(1).toSeconds();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
