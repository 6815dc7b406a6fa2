package io.casemate.core.yaml;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytesMax size of the file
 * @param depthMax mappings and sequences inside one another
 * @param nodesMax scalars, sequences and mappings in all, keys included
 */
public record YamlLimits(int bytesMax, int depthMax, int nodesMax) {
    public static final YamlLimits DEFAULT = new YamlLimits(16 << 20, 64, 500_000);

    public YamlLimits {
        if (bytesMax < 1 || bytesMax == Integer.MAX_VALUE || depthMax < 1 || nodesMax < 1) {
            throw new IllegalArgumentException(
                    "need limits of at least 1, got %d, %d, %d".formatted(bytesMax, depthMax, nodesMax));
        }
    }

    /** The size limit in words. */
    String size() {
        return bytesMax % (1 << 20) == 0 ? "%d MiB".formatted(bytesMax >> 20) : "%d bytes".formatted(bytesMax);
    }
}
