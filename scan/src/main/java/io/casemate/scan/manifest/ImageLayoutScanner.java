package io.casemate.scan.manifest;

import io.casemate.scan.json.JsonFields;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Reads the JSON documents of container images and model artifacts in registries: {@code index.json}, manifests, configurations
 * (OCI Image Format Specification 1.1), and the list of {@code docker save}. Layers are archives and are read as such.
 */
public final class ImageLayoutScanner implements FormatScanner {
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]{1,64}:[A-Za-z0-9=_-]{32,256}");
    private static final Pattern SAVED = Pattern.compile("\\s*\\[\\s*\\{\\s*\"(?:Config|RepoTags|Layers)\"\\s*:");
    private static final int LOOK = 64 << 10;
    private static final Set<List<String>> DIGESTS =
            Set.of(List.of("layers", "digest"), List.of("manifests", "digest"), List.of("config", "digest"));
    private static final Set<List<String>> TYPES =
            Set.of(List.of("layers", "mediaType"), List.of("config", "mediaType"), List.of("artifactType"));

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
        return manifest || configuration || version || saved(content) ? Recognition.CERTAIN : Recognition.NO;
    }

    private static boolean saved(Content content) {
        String head = content.text(0, (int) Math.min(LOOK, content.size()), StandardCharsets.ISO_8859_1);
        return SAVED.matcher(head).lookingAt() && head.contains("\"Config\"") && head.contains("\"Layers\"");
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        inspection.fact("format", "container image");
        if (saved(content)) {
            SavedImages.read(content, inspection);
        } else {
            document(content, inspection);
        }
    }

    private static void document(Content content, Inspection inspection) {
        var command = new StringJoiner(" ");
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            String last = path.isEmpty() ? "" : path.getLast();
            if (DIGESTS.contains(path)) {
                digest(text, offset, inspection);
            } else if (TYPES.contains(path)) {
                artifact(text, inspection);
            } else if (last.equals("org.opencontainers.image.title")) {
                title(text, offset, inspection);
            } else if (path.equals(List.of("layers", "urls"))) {
                inspection.found(
                        "image-layout/foreign-layer", offset, "a layer comes from %s".formatted(Snippet.quoted(text)));
            } else if (path.size() == 2 && path.getFirst().equals("config")) {
                switch (last) {
                    case "Entrypoint", "Cmd" -> command.add(text);
                    case "Env" -> Environment.tell(text, offset, inspection);
                    case "User" -> inspection.fact("user", Snippet.quoted(text));
                    default -> {} // what does not decide what runs
                }
            }
        });
        if (command.length() > 0) {
            command(command.toString(), inspection);
        }
    }

    private static void command(String command, Inspection inspection) {
        inspection.fact("entrypoint", Snippet.quoted(command));
        Snippet.fetchingIn(command)
                .ifPresent(code -> inspection.found(
                        "image-layout/fetching-command",
                        0,
                        "the image runs what it fetches: %s".formatted(Snippet.quoted(code))));
    }

    /** What a registry's media types say that the artifact is for. */
    private static void artifact(String type, Inspection inspection) {
        String tool = type.startsWith("application/vnd.ollama.")
                ? "Ollama model"
                : type.startsWith("application/vnd.kitops.")
                        ? "ModelKit"
                        : type.startsWith("application/vnd.cncf.model.")
                                ? "ModelPack"
                                : type.startsWith("application/vnd.docker.ai.") ? "Docker model" : "";
        if (!tool.isEmpty()) {
            inspection.fact("artifact", tool);
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
