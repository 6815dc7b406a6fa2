package io.casemate.core.json;

/**
 * How much JSON is read before the reader gives up.
 *
 * @param bytesMax size of the document
 * @param depthMax objects and arrays within each other
 * @param tokensMax values, names and brackets together: bounds the memory that a small document can claim
 */
public record JsonLimits(int bytesMax, int depthMax, int tokensMax) {
    /** 64 MiB, 200 levels, 8 million tokens. */
    public static final JsonLimits DEFAULT = new JsonLimits(64 << 20, 200, 8_000_000);

    public JsonLimits {
        if (bytesMax < 1 || depthMax < 1 || tokensMax < 1) {
            throw new IllegalArgumentException("need limits of at least 1, got %d bytes, %d levels, %d tokens"
                    .formatted(bytesMax, depthMax, tokensMax));
        }
    }
}
