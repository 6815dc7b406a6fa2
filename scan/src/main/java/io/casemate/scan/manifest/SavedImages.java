package io.casemate.scan.manifest;

import io.casemate.scan.digest.ContentDigest;
import io.casemate.scan.json.BrokenJson;
import io.casemate.scan.json.JsonFields;
import io.casemate.scan.json.JsonTokens;
import io.casemate.scan.json.JsonTokens.Token;
import io.casemate.scan.path.Paths;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of images that {@code docker save} writes: each names its configuration, whose name is its digest, and its layers,
 * whose digests stand in the configuration (Docker Image Specification 1.2).
 */
final class SavedImages {
    private static final Pattern CONFIGURATION = Pattern.compile("([0-9a-f]{64})\\.json");
    private static final int LAYERS_MAX = 1_000;
    private static final int NAME_MAX = 256;

    private final Content content;
    private final Inspection inspection;
    private final List<String> layers = new ArrayList<>();
    private String configuration = "";

    private SavedImages(Content content, Inspection inspection) {
        this.content = content;
        this.inspection = inspection;
    }

    static void read(Content content, Inspection inspection) {
        new SavedImages(content, inspection).read();
    }

    private void read() {
        JsonFields.read(content, inspection, (path, token, text, offset) -> {
            if (path.equals(List.of("Config"))) {
                check();
                configuration = text;
                place(text, offset);
            } else if (path.equals(List.of("Layers")) && layers.size() < LAYERS_MAX) {
                layers.add(text);
                place(text, offset);
            } else if (path.equals(List.of("RepoTags"))) {
                inspection.fact("image", Snippet.shown(text));
            }
        });
        check();
    }

    private void place(String name, long offset) {
        if (Paths.leaves(name)) {
            inspection.found(
                    "image-layout/escaping-path",
                    offset,
                    "a part of the image is the file %s".formatted(Snippet.quoted(name)));
        }
    }

    /** Holds the members of the same archive against what is said of them. In a folder each file stands for itself. */
    private void check() {
        boolean archived = content.name().indexOf('!') >= 0;
        Optional<Content> settings =
                archived && !configuration.isEmpty() ? content.family().sibling(configuration) : Optional.empty();
        settings.ifPresent(this::check);
        layers.clear();
        configuration = "";
    }

    private void check(Content settings) {
        Matcher named = CONFIGURATION.matcher(configuration);
        if (named.matches() && !ContentDigest.sha256(settings, inspection).equals(named.group(1))) {
            mismatch(configuration, "its name");
        }
        List<String> digests = digests(settings);
        for (int i = 0; i < Math.min(layers.size(), digests.size()); i++) {
            String said = digests.get(i);
            Optional<Content> layer = content.family().sibling(layers.get(i));
            if (layer.isPresent()
                    && layer.get().has(257, "ustar")
                    && !said.equals("sha256:" + ContentDigest.sha256(layer.get(), inspection))) {
                mismatch(layers.get(i), "the configuration of the image");
            }
        }
    }

    private void mismatch(String name, String where) {
        inspection.found(
                "image-layout/other-blob",
                0,
                "%s has another digest than %s says".formatted(Snippet.quoted(name), where));
    }

    /** Digests of the layers before they are packed, from the lowest. */
    private List<String> digests(Content settings) {
        var json = new JsonTokens(settings, 0, settings.size(), NAME_MAX, inspection);
        List<String> digests = new ArrayList<>();
        boolean within = false;
        try {
            for (Token token = json.next(); token != Token.END; token = json.next()) {
                switch (token) {
                    case NAME -> within = json.text().equals("diff_ids");
                    case TEXT -> {
                        if (within && digests.size() < LAYERS_MAX) {
                            digests.add(json.text());
                        }
                    }
                    case END_ARRAY -> within = false;
                    default -> {} // other values
                }
            }
        } catch (BrokenJson elsewhere) {
            return digests; // which whoever reads the configuration tells
        }
        return digests;
    }
}
