package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Reads the JSON documents of container images and model artifacts in registries: {@code index.json}, manifests, configurations
 * (OCI Image Format Specification 1.1). Layers are archives and are read as such.
 */
public final class ImageLayoutScanner implements FormatScanner {
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]{1,64}:[A-Za-z0-9=_-]{32,256}");
    private static final Set<List<String>> DIGESTS =
            Set.of(List.of("layers", "digest"), List.of("manifests", "digest"), List.of("config", "digest"));

    @Override
    public String id() {
        return "image-layout";
    }

    @Override
    public Recognition recognises(Content content) {
        boolean manifest = JsonFields.mentions(content, "\"schemaVersion\"")
                && (JsonFields.mentions(content, "\"layers\"") || JsonFields.mentions(content, "\"manifests\""));
        boolean configuration = JsonFields.mentions(content, "\"rootfs\"", "\"diff_ids\"");
        boolean version = content.size() < 256 && JsonFields.mentions(content, "\"imageLayoutVersion\"");
        return manifest || configuration || version ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "container image");
        var command = new StringJoiner(" ");
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            if (DIGESTS.contains(path)) {
                digest(text, offset, inspection);
            } else if (!path.isEmpty() && path.getLast().equals("org.opencontainers.image.title")) {
                title(text, offset, inspection);
            } else if (path.equals(List.of("config", "Entrypoint")) || path.equals(List.of("config", "Cmd"))) {
                command.add(text);
            } else if (path.equals(List.of("layers", "urls"))) {
                inspection.found(
                        "image-layout/foreign-layer", offset, "a layer comes from %s".formatted(Snippet.quoted(text)));
            }
        });
        if (command.length() > 0) {
            inspection.fact("entrypoint", Snippet.quoted(command.toString()));
        }
    }

    /** A digest becomes a path below the folder of blobs. */
    private static void digest(String digest, long offset, Inspection inspection) {
        if (Paths.leaves(digest.replace(':', '/'))) {
            inspection.found(
                    "image-layout/escaping-path", offset, "a blob is the file %s".formatted(Snippet.quoted(digest)));
        } else if (!DIGEST.matcher(digest).matches()) {
            inspection.found(
                    "image-layout/broken-digest",
                    offset,
                    "%s is no digest, so that nothing binds the blob".formatted(Snippet.quoted(digest)));
        }
    }

    /** Tools write a layer to the file that its title names. */
    private static void title(String title, long offset, Inspection inspection) {
        if (Paths.leaves(title)) {
            inspection.found(
                    "image-layout/escaping-path", offset, "a layer is written to %s".formatted(Snippet.quoted(title)));
        }
    }
}
