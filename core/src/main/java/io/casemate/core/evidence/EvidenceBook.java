package io.casemate.core.evidence;

import java.util.List;
import java.util.Set;

/**
 * All that a ledger says about a system, in the order in which it was recorded.
 *
 * @param evidence everything ever recorded, withdrawn or not
 * @param spans observed time
 * @param reviews looks that people took
 * @param withdrawn sequence numbers of evidence, spans and reviews that were taken back and count nothing
 */
public record EvidenceBook(
        List<Recorded<Evidence>> evidence,
        List<Recorded<WatchSpan>> spans,
        List<Recorded<Reviewed>> reviews,
        Set<Long> withdrawn) {
    /** The book of a system without a ledger. */
    public static final EvidenceBook EMPTY = new EvidenceBook(List.of(), List.of(), Set.of());

    public EvidenceBook {
        evidence = List.copyOf(evidence);
        spans = List.copyOf(spans);
        reviews = List.copyOf(reviews);
        withdrawn = Set.copyOf(withdrawn);
    }

    /** A book without reviews. */
    public EvidenceBook(List<Recorded<Evidence>> evidence, List<Recorded<WatchSpan>> spans, Set<Long> withdrawn) {
        this(evidence, spans, List.of(), withdrawn);
    }

    /** The evidence that was not taken back. */
    public List<Recorded<Evidence>> standingEvidence() {
        return evidence.stream().filter(e -> !withdrawn.contains(e.seq())).toList();
    }

    /** The observed time that was not taken back. */
    public List<Recorded<WatchSpan>> standingSpans() {
        return spans.stream().filter(s -> !withdrawn.contains(s.seq())).toList();
    }

    /** The reviews that were not taken back. */
    public List<Recorded<Reviewed>> standingReviews() {
        return reviews.stream().filter(r -> !withdrawn.contains(r.seq())).toList();
    }
}
