package io.casemate.core.evidence;

import java.time.Instant;

/**
 * Something that stands in the ledger.
 *
 * @param seq number of its line, from 1
 * @param hash SHA-256 of its line
 * @param at when it was recorded
 */
public record Recorded<T>(long seq, String hash, Instant at, T body) {}
