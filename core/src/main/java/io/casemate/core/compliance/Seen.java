package io.casemate.core.compliance;

import java.util.List;

/**
 * What was found of one proof.
 *
 * @param words what it is that was found, or what is not
 * @param cited the lines of the ledger that it rests on; none where it rests on the model, or on nothing
 */
public record Seen(Proof proof, Fulfilment fulfilment, String words, List<Cited> cited) {
    public Seen {
        cited = List.copyOf(cited);
    }

    Seen(Proof proof, Fulfilment fulfilment, String words) {
        this(proof, fulfilment, words, List.of());
    }
}
