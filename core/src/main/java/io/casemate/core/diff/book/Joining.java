package io.casemate.core.diff.book;

import io.casemate.core.diff.book.Entry.Seen;
import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.evidence.Recorded;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the lines that two ledgers have in common. Lines of equal content are the same, whatever their place in the chain:
 * a merge gives them another.
 *
 * @param observed from when a line can be seen, beside its recording
 * @param group the kind, source and target of a line
 * @param stale whether a line that both have became too old, or the other way round
 */
record Joining<T>(Function<T, Instant> observed, Function<T, String> group, Predicate<T> stale) {

    /** What a side can see from its moment, in ledger order. */
    List<Seen<T>> seen(EvidenceBook book, List<Recorded<T>> lines, Instant asOf) {
        return lines.stream()
                .filter(line -> !line.at().isAfter(asOf))
                .filter(line -> !observed.apply(line.body()).isAfter(asOf))
                .map(line -> new Seen<>(line, book.withdrawn().contains(line.seq())))
                .toList();
    }

    /** What the earlier side alone has comes first, then the later side, each in its order. */
    List<Entry<T>> join(List<Seen<T>> before, List<Seen<T>> after) {
        Map<T, Deque<Seen<T>>> open = new HashMap<>();
        before.forEach(s ->
                open.computeIfAbsent(s.line().body(), b -> new ArrayDeque<>()).add(s));
        List<Entry<T>> later = new ArrayList<>();
        for (Seen<T> now : after) {
            T body = now.line().body();
            String its = group.apply(body);
            Optional<Seen<T>> same = Optional.ofNullable(
                    open.getOrDefault(body, new ArrayDeque<>()).poll());
            later.add(same.<Entry<T>>map(was -> new Entry.Both<>(its, was, now, stale.test(body)))
                    .orElseGet(() -> new Entry.Later<>(its, now)));
        }
        List<Entry<T>> all = new ArrayList<>();
        open.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparingLong(s -> s.line().seq()))
                .forEach(s -> all.add(new Entry.Earlier<>(group.apply(s.line().body()), s)));
        all.addAll(later);
        return all;
    }
}
