package io.casemate.core.evidence.ledger;

import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.Reviewed;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.json.JsonFields;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the evidence out of a ledger's bodies. Kinds that are no evidence are passed by. */
final class BookReader {
    /** Kinds that this version knows; others are of a later one. */
    static final Set<String> KINDS = Set.of("finding", "attack", "alert", "attestation", "watch", "withdraw", "review");

    static final String REMEDY = "withdraw the line and record it anew";

    private final LedgerReading reading;
    private final List<Found> found = new ArrayList<>();
    private final List<Recorded<Evidence>> evidence = new ArrayList<>();
    private final List<Recorded<WatchSpan>> spans = new ArrayList<>();
    private final List<Recorded<Reviewed>> reviews = new ArrayList<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final Map<String, Long> seqs = new HashMap<>();

    private BookReader(LedgerReading reading) {
        this.reading = reading;
    }

    static EvidenceBook read(LedgerReading reading) {
        var reader = new BookReader(reading);
        for (LedgerEntry entry : reading.entries()) {
            reader.read(entry);
        }
        List<Problem> problems = reader.problems();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new EvidenceBook(reader.evidence, reader.spans, reader.reviews, reader.withdrawn);
    }

    private void read(LedgerEntry entry) {
        switch (entry.kind()) {
            case "finding" -> decode(entry, EvidenceBodies::finding).ifPresent(f -> evidence.add(recorded(entry, f)));
            case "attack" -> decode(entry, EvidenceBodies::attack).ifPresent(r -> evidence.add(recorded(entry, r)));
            case "alert" -> decode(entry, EvidenceBodies::alert).ifPresent(a -> evidence.add(recorded(entry, a)));
            case "attestation" ->
                decode(entry, EvidenceBodies::attestation).ifPresent(a -> evidence.add(recorded(entry, a)));
            case "watch" -> decode(entry, EvidenceBodies::watch).ifPresent(s -> spans.add(recorded(entry, s)));
            case "withdraw" -> decode(entry, this::withdrawal).ifPresent(withdrawn::add);
            case "review" -> reviews.add(recorded(entry, ReviewBodies.read(entry.body())));
            default -> {} // a kind of a later version, which the reading has noted
        }
        seqs.put(entry.origin(), entry.seq());
    }

    /** A line that was taken back may be broken: that is the way out. */
    private List<Problem> problems() {
        Stream<Problem> bodies =
                found.stream().filter(f -> !withdrawn.contains(f.seq())).map(Found::problem);
        return Stream.concat(reading.problems().stream(), bodies).toList();
    }

    private Long withdrawal(JsonFields body) {
        body.allowOnly("seq", "origin", "reason", "by");
        body.text("reason");
        body.text("by");
        body.whole("seq", 1, Long.MAX_VALUE);
        Long seq = seqs.get(body.text("origin"));
        if (seq == null) {
            body.report("origin", "names no earlier line", "withdraw a line of this ledger");
            return 0L;
        }
        return seq;
    }

    private <T> Optional<T> decode(LedgerEntry entry, Function<JsonFields, T> decoder) {
        List<Problem> problems = new ArrayList<>();
        String where = "%s:%d body".formatted(reading.file(), entry.seq());
        Optional<T> decoded = Optional.empty();
        try {
            decoded = Optional.of(decoder.apply(new JsonFields(entry.body(), where, problems::add)));
        } catch (IllegalArgumentException e) {
            if (problems.isEmpty()) {
                problems.add(new Problem(where, String.valueOf(e.getMessage()), REMEDY));
            }
        }
        problems.forEach(problem -> found.add(new Found(entry.seq(), problem)));
        return problems.isEmpty() ? decoded : Optional.empty();
    }

    private static <T> Recorded<T> recorded(LedgerEntry entry, T body) {
        return new Recorded<>(entry.seq(), entry.hash(), entry.at(), body);
    }

    private record Found(long seq, Problem problem) {}
}
