package io.casemate.cli.system;

import io.casemate.core.model.Artifact;
import io.casemate.core.model.Element;
import io.casemate.core.model.SystemModel;
import io.casemate.core.risk.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that elements are made of, read once from beginning to end. Only regular files inside the system's folder are
 * read, links out of it are not followed: what cannot be looked at is a gap.
 *
 * @param digests SHA-256 in lower-case hex by artifact path
 */
public record ArtifactFiles(Map<String, String> digests, List<Gap> gaps) {
    private static final int CHUNK_BYTES = 1 << 16;

    static ArtifactFiles read(Path folder, SystemModel model) {
        Map<String, String> digests = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Element element : model.elements()) {
            for (Artifact artifact : element.artifacts()) {
                if (!digests.containsKey(artifact.path())) {
                    read(folder, element, artifact, digests, gaps);
                }
            }
        }
        return new ArtifactFiles(digests, gaps);
    }

    private static void read(
            Path folder, Element element, Artifact artifact, Map<String, String> digests, List<Gap> gaps) {
        String where = where(element, artifact);
        try {
            Path file = folder.resolve(artifact.path());
            if (!Files.exists(file)) {
                gaps.add(absent(element, artifact));
            } else if (!file.toRealPath().startsWith(folder.toRealPath())) {
                gaps.add(new Gap(
                        where, "leads out of the system's folder, so it was not looked at", "put the file inside"));
            } else if (!Files.isRegularFile(file)) {
                gaps.add(new Gap(where, "is no file, so it was not looked at", "name each file"));
            } else {
                String digest = sha256(file);
                digests.put(artifact.path(), digest);
                if (!artifact.sha256().isEmpty() && !artifact.sha256().equals(digest)) {
                    gaps.add(new Gap(
                            where,
                            "has another SHA-256 than the model states: %s".formatted(digest),
                            "find out who changed it; then state the new one"));
                }
            }
        } catch (AccessDeniedException e) {
            gaps.add(new Gap(where, "cannot be read: permission denied", "make it readable"));
        } catch (IOException | InvalidPathException e) {
            gaps.add(new Gap(where, "cannot be read: %s".formatted(e.getMessage()), "make it readable"));
        }
    }

    /** What is said of a file that is not there. */
    public static Gap absent(Element element, Artifact artifact) {
        return new Gap(
                where(element, artifact), "is not there, so it was not looked at", "fetch it, or correct its path");
    }

    private static String where(Element element, Artifact artifact) {
        return "%s, artifact %s".formatted(element.id(), artifact.path());
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var hashed = new DigestInputStream(in, digest)) {
                byte[] chunk = new byte[CHUNK_BYTES];
                while (hashed.read(chunk) >= 0) {
                    // reading is hashing
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
