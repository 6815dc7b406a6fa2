package io.casemate.core.compliance;

import io.casemate.core.compliance.Cited.Standing;
import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Provenance;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks through the lines of a ledger that were there at one moment and were not taken back.
 *
 * @param digests SHA-256 of the artifacts that the system has now
 * @param staleAfterDays how old evidence of a kind may be; of any age where the kind is absent
 */
record LedgerSearch(EvidenceBook book, Set<String> digests, Map<String, Double> staleAfterDays, Instant asOf) {
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final Comparator<Cited> LATER =
            Comparator.comparing(Cited::observed).thenComparingLong(Cited::seq);

    /** The line that speaks best for such a proof: the newest fresh one, or else the newest. */
    Optional<Cited> newest(String of) {
        Stream<Cited> lines = switch (of) {
            case "attack" -> lines(AttackResult.class::isInstance);
            case "test" ->
                lines(e -> e instanceof AttackResult
                        || e instanceof Finding
                        || (e instanceof Attestation a && a.verified()));
            case "watch" ->
                book.standingSpans().stream()
                        .filter(s -> !s.at().isAfter(asOf) && !s.body().to().isAfter(asOf))
                        .map(this::span);
            default -> lines(e -> true);
        };
        List<Cited> all = lines.sorted(LATER.reversed()).toList();
        return all.stream()
                .filter(c -> c.standing() == Standing.FRESH)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** What people and tests said of controls, in the order of the ledger. */
    List<Recorded<Attestation>> attestations() {
        return standing()
                .filter(r -> r.body() instanceof Attestation)
                .map(r -> new Recorded<>(r.seq(), r.hash(), r.at(), (Attestation) r.body()))
                .toList();
    }

    Cited cite(Recorded<? extends Evidence> recorded) {
        Evidence body = recorded.body();
        Provenance from = body.provenance();
        boolean word = body instanceof Attestation a && !a.verified();
        return cited(
                recorded,
                kind(body),
                "%s@%s".formatted(subject(body), body.targetId()),
                from.source(),
                from.observedAt(),
                from.subjectSha256(),
                word ? Standing.WORD : Standing.FRESH);
    }

    private Cited span(Recorded<WatchSpan> recorded) {
        WatchSpan span = recorded.body();
        String about = "%s@%s".formatted(span.threatId(), span.targetId());
        return cited(recorded, "watch", about, span.source(), span.to(), "", Standing.FRESH);
    }

    private Cited cited(
            Recorded<?> line,
            String kind,
            String about,
            String by,
            Instant observed,
            String artifact,
            Standing whereYoung) {
        double days = Duration.between(observed, asOf).toSeconds() / DAY_SECONDS;
        boolean old =
                days >= staleAfterDays.getOrDefault(kind.equals("watch") ? "attestation" : kind, Double.MAX_VALUE);
        boolean other = !artifact.isEmpty() && !digests.contains(artifact);
        Standing standing = other ? Standing.OTHER_ARTIFACT : old ? Standing.TOO_OLD : whereYoung;
        return new Cited(
                line.seq(), line.at(), kind, line.hash(), about, by, observed, artifact, (long) days, standing);
    }

    private Stream<Cited> lines(Predicate<Evidence> fits) {
        return standing().filter(r -> fits.test(r.body())).map(this::cite);
    }

    private Stream<Recorded<Evidence>> standing() {
        return book.standingEvidence().stream()
                .filter(r -> !r.at().isAfter(asOf)
                        && !r.body().provenance().observedAt().isAfter(asOf));
    }

    private static String kind(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> "finding";
            case AttackResult r -> "attack";
            case Alert a -> "alert";
            case Attestation a -> "attestation";
        };
    }

    private static String subject(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> f.threatId();
            case AttackResult r -> r.threatId();
            case Alert a -> a.threatId();
            case Attestation a -> a.controlId();
        };
    }
}
