package io.casemate.cli.attest;

import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.ledger.LedgerDraft;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A person's word about a control: a claim. */
record Statement(String control, String target, boolean holds, String by, String words) {
    List<LedgerDraft> drafts(KnownIds known, Instant now) {
        List<Problem> problems = new ArrayList<>();
        needed("--control", control, "name a mitigation, or a fact that is a control", problems);
        needed("--target", target, "name the element or flow that has it", problems);
        needed("--by", by, "say whose word it is", problems);
        if (!control.isBlank() && !target.isBlank()) {
            known.check("casemate attest", new ControlAt(control, target), problems::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        var attestation = new Attestation(Provenance.of(by, "", now), control, target, holds, false, words);
        return List.of(LedgerDraft.of(attestation));
    }

    private static void needed(String option, String value, String remedy, List<Problem> problems) {
        if (value.isBlank()) {
            problems.add(new Problem(option, "is absent", remedy));
        }
    }
}
