package io.casemate.core.diff.book;

import io.casemate.core.diff.book.Entry.Seen;
import io.casemate.core.diff.edit.Key;
import io.casemate.core.diff.edit.Key.Field;
import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Attestation;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Finding;
import io.casemate.core.evidence.Recorded;
import io.casemate.core.evidence.WatchSpan;
import io.casemate.core.threat.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Two ledgers, each seen from its moment.
 *
 * @param passed from the earlier side's moment to the later side's; may be negative
 */
public record Books(Duration passed, List<Entry<Evidence>> evidence, List<Entry<WatchSpan>> spans) {
    private static final Key TIME = Key.of(Kind.TIME, "", Field.AGE);
    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** More lines than any ledger has: what is added to the number of a line that another line has already. */
    private static final long BEYOND = 1_000_000_000_000L;

    public Books {
        evidence = List.copyOf(evidence);
        spans = List.copyOf(spans);
    }

    /** Joins two ledgers; with the weights it is decided from which age on evidence counts nothing. */
    public static Books of(
            EvidenceBook before, Instant from, EvidenceBook after, Instant to, Weights.EvidenceWeights weights) {
        var lines = new Joining<Evidence>(
                e -> e.provenance().observedAt(),
                e -> "%s by %s@%s".formatted(kind(e), e.provenance().source(), e.targetId()),
                e -> stale(e, from, weights) != stale(e, to, weights));
        var watched =
                new Joining<WatchSpan>(WatchSpan::from, s -> "%s@%s".formatted(s.source(), s.targetId()), s -> false);
        return new Books(
                Duration.between(from, to),
                lines.join(lines.seen(before, before.evidence(), from), lines.seen(after, after.evidence(), to)),
                watched.join(watched.seen(before, before.spans(), from), watched.seen(after, after.spans(), to)));
    }

    /** Keys that differ. */
    public Set<Key> keys() {
        Set<Key> keys = new HashSet<>(byKey(Kind.EVIDENCE, evidence).keySet());
        keys.addAll(byKey(Kind.WATCH, spans).keySet());
        return keys;
    }

    /** The evidence behind the keys of one act. */
    public List<Entry<Evidence>> evidence(Set<Key> keys) {
        List<Entry<Evidence>> entries = new ArrayList<>();
        byKey(Kind.EVIDENCE, evidence).forEach((key, its) -> {
            if (keys.contains(key)) {
                entries.addAll(its);
            }
        });
        return entries;
    }

    /** The ledger that has the later side's lines and ages for some keys and the earlier side's for the rest. */
    public EvidenceBook mixed(Predicate<Key> others) {
        Set<Long> withdrawn = new HashSet<>();
        Set<Long> used = new HashSet<>();
        var older = new Older(passed);
        var lines = mixed(Kind.EVIDENCE, evidence, others, older::evidence, withdrawn, used);
        var watched = mixed(Kind.WATCH, spans, others, older::span, withdrawn, used);
        return new EvidenceBook(lines, watched, withdrawn);
    }

    /** The word for what sort of evidence it is. */
    public static String kind(Evidence evidence) {
        return switch (evidence) {
            case Finding f -> "finding";
            case AttackResult r -> "attack";
            case Alert a -> "alert";
            case Attestation a -> "attestation";
        };
    }

    private <T> List<Recorded<T>> mixed(
            Kind kind,
            List<Entry<T>> entries,
            Predicate<Key> others,
            UnaryOperator<T> older,
            Set<Long> withdrawn,
            Set<Long> used) {
        List<Recorded<T>> mixed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry<T> entry = entries.get(i);
            boolean later = key(kind, entry, i).map(others::test).orElse(true);
            Optional<Seen<T>> seen = later ? entry.after() : entry.before();
            if (seen.isPresent()) {
                Recorded<T> line = seen.get().line();
                long seq = used.add(line.seq()) ? line.seq() : line.seq() + BEYOND;
                Function<T, T> body = later ? b -> b : older;
                mixed.add(new Recorded<>(
                        seq, line.hash(), later ? line.at() : line.at().plus(passed), body.apply(line.body())));
                if (seen.get().withdrawn()) {
                    withdrawn.add(seq);
                }
            }
        }
        return mixed;
    }

    private <T> Map<Key, List<Entry<T>>> byKey(Kind kind, List<Entry<T>> entries) {
        Map<Key, List<Entry<T>>> byKey = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry<T> entry = entries.get(i);
            key(kind, entry, i)
                    .ifPresent(key ->
                            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entry));
        }
        return byKey;
    }

    /** The key of an entry that differs: it stands in one ledger alone, or time has told on it. */
    private <T> Optional<Key> key(Kind kind, Entry<T> entry, int i) {
        String item = "%08d".formatted(i);
        if (!entry.kept()) {
            return Optional.of(new Key(kind, entry.group(), Field.WHOLE, item));
        }
        if (passed.isZero() || entry.newest().withdrawn()) {
            return Optional.empty();
        }
        return Optional.of(entry.aged() ? new Key(Kind.TIME, entry.group(), Field.AGE, item) : TIME);
    }

    private static boolean stale(Evidence evidence, Instant asOf, Weights.EvidenceWeights weights) {
        boolean ageless = evidence instanceof Finding f && f.incident();
        double days = Duration.between(evidence.provenance().observedAt(), asOf).toSeconds() / DAY_SECONDS;
        return !ageless && days >= weights.staleAfterDays().getOrDefault(kind(evidence), Double.MAX_VALUE);
    }
}
