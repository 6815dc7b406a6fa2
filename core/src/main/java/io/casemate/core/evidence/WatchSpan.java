package io.casemate.core.evidence;

import java.time.Instant;

/**
 * Time in which a source watched a target for a threat. Alerts count against observed time only: a span says so even
 * when nothing happened in it, and time outside all spans counts nothing.
 *
 * @param from first moment watched
 * @param to end of the watch, not before {@code from}
 */
public record WatchSpan(String source, String threatId, String targetId, Instant from, Instant to) {
    public WatchSpan {
        if (source.isBlank() || threatId.isBlank() || targetId.isBlank()) {
            throw new IllegalArgumentException("a watch needs source, threat and target, got '%s', '%s', '%s'"
                    .formatted(source, threatId, targetId));
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("need from <= to, got %s to %s".formatted(from, to));
        }
    }
}
