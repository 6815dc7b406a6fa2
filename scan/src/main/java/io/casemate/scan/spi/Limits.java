package io.casemate.scan.spi;

import java.time.Duration;

/**
 * How much one file may cost.
 *
 * @param deadline wall time for one file with all that is in it
 * @param unpackedBytesMax bytes that may be unpacked from one file in all
 * @param depthMax contents inside contents
 * @param membersMax members of all archives in one file
 * @param explain whether pseudo-code is wanted
 */
public record Limits(Duration deadline, long unpackedBytesMax, int depthMax, int membersMax, boolean explain) {
    public static final Limits DEFAULT = new Limits(Duration.ofMinutes(2), 16L << 30, 8, 200_000, false);

    public Limits {
        if (deadline.isNegative() || deadline.isZero() || unpackedBytesMax < 1 || depthMax < 1 || membersMax < 1) {
            throw new IllegalArgumentException("every limit must be above 0, got %s, %d bytes, depth %d, %d members"
                    .formatted(deadline, unpackedBytesMax, depthMax, membersMax));
        }
    }
}
