package io.casemate.core.compliance;

import io.casemate.core.compliance.Cited.Standing;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.EvidenceBook;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for proofs in one system at one moment. */
final class Search {
    private final Knowledge knowledge;
    private final Assessment assessment;
    private final LedgerSearch ledger;

    Search(Knowledge knowledge, Assessment assessment, EvidenceBook book, Map<String, String> digests) {
        this.knowledge = knowledge;
        this.assessment = assessment;
        Map<String, Double> staleAfterDays = knowledge.weights().evidence().staleAfterDays();
        ledger = new LedgerSearch(book, artifacts(digests), staleAfterDays, assessment.asOf());
    }

    /** The artifacts that the system has: by their bytes where they are here, as stated where they are not. */
    private Set<String> artifacts(Map<String, String> digests) {
        return model().elements().stream()
                .flatMap(e -> e.artifacts().stream())
                .map(a -> digests.getOrDefault(a.path(), a.sha256()))
                .collect(Collectors.toSet());
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
        List<Cited> cited = new ArrayList<>();
        for (Part part : parts) {
            Optional<Recorded<Attestation>> said = said(part, fact);
            said.ifPresent(s -> cited.add(ledger.cite(s)));
            Fulfilment at = said.map(s -> at(s, fact)).orElseGet(() -> stated(part, fact));
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
        return new Seen(proof, weakest, words, cited);
    }

    private Fulfilment at(Recorded<Attestation> said, Fact fact) {
        if (says(said.body(), fact) != fact.good()) {
            return Fulfilment.GAP;
        }
        if (!said.body().verified()) {
            return Fulfilment.CLAIM;
        }
        return ledger.cite(said).standing() == Standing.FRESH ? Fulfilment.EVIDENCE : Fulfilment.STALE;
    }

    private static Fulfilment stated(Part part, Fact fact) {
        Optional<Boolean> value = Optional.ofNullable(part.facts().get(fact.id()));
        return value.filter(v -> v == fact.good()).isPresent() ? Fulfilment.CLAIM : Fulfilment.GAP;
    }

    /** The value that an attestation gives to a fact. */
    private boolean says(Attestation attestation, Fact fact) {
        Mitigation mitigation = knowledge.mitigations().get(attestation.controlId());
        boolean better = mitigation == null ? fact.good() : mitigation.value();
        return attestation.holds() == better;
    }

    /** The last test of a control at a part, or else the last word on it. */
    private Optional<Recorded<Attestation>> said(Part part, Fact fact) {
        List<Recorded<Attestation>> all = ledger.attestations().stream()
                .filter(a ->
                        assessment.topology().currentId(a.body().targetId()).equals(part.id()))
                .filter(a -> factOf(a.body()).equals(fact.id()))
                .toList();
        return last(all, true).or(() -> last(all, false));
    }

    private static Optional<Recorded<Attestation>> last(List<Recorded<Attestation>> all, boolean verified) {
        return all.stream().filter(a -> a.body().verified() == verified).reduce((earlier, later) -> later);
    }

    private String factOf(Attestation attestation) {
        Mitigation mitigation = knowledge.mitigations().get(attestation.controlId());
        return mitigation == null ? attestation.controlId() : mitigation.fact();
    }

    private Seen ledger(Proof proof) {
        return ledger.newest(proof.of())
                .map(line -> new Seen(
                        proof,
                        switch (line.standing()) {
                            case FRESH -> Fulfilment.EVIDENCE;
                            case TOO_OLD, OTHER_ARTIFACT -> Fulfilment.STALE;
                            case WORD -> Fulfilment.CLAIM;
                        },
                        "last on " + LocalDate.ofInstant(line.observed(), ZoneOffset.UTC),
                        List.of(line)))
                .orElse(new Seen(proof, Fulfilment.GAP, "nothing of it in the ledger"));
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
}
