package io.casemate.gate.subject;

import io.casemate.core.verdict.Ruling.Place;
import java.util.List;
import java.util.Map;

/**
 * One thing that rules are asked of.
 *
 * @param value its fields, as conditions see them
 * @param proofs evidence about it
 */
public record Subject(String id, Map<String, Object> value, List<Proof> proofs, Place place) {
    public Subject {
        proofs = List.copyOf(proofs);
    }
}
