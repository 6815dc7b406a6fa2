package io.casemate.scan.digest;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A blob of a registry, which lies under its own digest: {@code blobs/sha256/<digest>} of an image layout (OCI Image Layout
 * Specification) and {@code blobs/sha256-<digest>} of Ollama.
 */
public final class BlobName {
    private static final Pattern NAME = Pattern.compile("(?:.*[/\\\\!])?blobs[/\\\\]sha256[/\\\\-]([0-9a-f]{64})");
    /** A layer, and what a compressed one unpacks to. */
    private static final Pattern LAYER = Pattern.compile(
            "(?:.*[/\\\\!])?(?:blobs[/\\\\]sha256[/\\\\][0-9a-f]{64}|[0-9a-f]{64}[/\\\\]layer\\.tar)(?:![^!/\\\\]*)?");

    private BlobName() {}

    /** The SHA-256 that a name says; empty where it is no blob's. */
    public static Optional<String> digest(String name) {
        if (!name.contains("blobs")) {
            return Optional.empty(); // asked of every file, and nearly always so
        }
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether a tar of this name is a layer of an image, unpacked below the image's own root. */
    public static boolean isLayer(String name) {
        return LAYER.matcher(name).matches();
    }

    /** Holds a member of an archive against its name. */
    public static void check(Content member, Inspection inspection) {
        if (digest(member.name()).isPresent()) {
            check(member.name(), ContentDigest.sha256(member, inspection), inspection);
        }
    }

    /**
     * Holds what lies under a name against it.
     *
     * @param actual the SHA-256 of what lies there
     */
    public static void check(String name, String actual, Inspection inspection) {
        Optional<String> said = digest(name);
        if (said.isPresent() && !said.get().equals(actual)) {
            inspection.found(
                    "image-layout/other-blob",
                    -1,
                    "the blob %s... has the digest %s..."
                            .formatted(said.get().substring(0, 12), actual.substring(0, 12)));
        }
    }
}
