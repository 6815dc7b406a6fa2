package io.casemate.scan.plaintext;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text: what is written for people or as plain data, in UTF-8, UTF-16 or an old 8-bit encoding. */
public final class PlaintextScanner implements FormatScanner {
    private static final int HEAD = 1 << 20;
    private static final int CONVERTED_MAX = 16 << 20;
    /** A layer of Caffe's prototxt that imports a module of Python and calls a class of it. */
    private static final Pattern PYTHON_LAYER =
            Pattern.compile("\\blayers?\\s{0,9}\\{[^{}]{0,2000}\\btype\\s{0,9}:\\s{0,9}[\"']Python[\"']");

    @Override
    public String id() {
        return "plaintext";
    }

    @Override
    public Recognition recognises(Content content) {
        return Encoding.plausible(content) ? Recognition.POSSIBLE : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        Optional<Encoding> encoding = Encoding.of(content, inspection);
        if (encoding.isEmpty()) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.read(0, content.size());
        if (encoding.get() != Encoding.UTF_16) {
            tell(content, inspection);
        } else if (content.size() > CONVERTED_MAX) {
            inspection.gap(0, "UTF-16 text of more than 16 MB was not searched");
        } else {
            inspection.spend(content.size() * 2);
            String text = content.text(0, (int) content.size(), StandardCharsets.UTF_16);
            tell(Content.of(content.name(), text.getBytes(StandardCharsets.UTF_8)), inspection);
        }
    }

    private static void tell(Content content, Inspection inspection) {
        String name = content.simpleName().toLowerCase(Locale.ROOT);
        JsonShape json = JsonShape.of(content, inspection);
        if (json != JsonShape.LINES) {
            String head = content.text(0, (int) Math.min(content.size(), HEAD), StandardCharsets.ISO_8859_1);
            Scripts.tell(content.simpleName(), head, json == JsonShape.ONE, inspection);
        }
        switch (json) {
            case ONE -> inspection.fact("format", "JSON");
            case LINES -> inspection.fact("format", "JSON Lines");
            case NONE -> {
                inspection.fact("format", "text");
                script(content, inspection);
                KerasYaml.tell(content, inspection);
            }
        }
        YamlTags.tell(content, !(name.endsWith(".yaml") || name.endsWith(".yml")), inspection);
        EditorTasks.tell(content, inspection);
        if (Requirements.named(name)) {
            Requirements.tell(content, inspection);
        }
        if (json == JsonShape.NONE) {
            YamlAliases.tell(content, inspection);
        }
        if (name.endsWith(".pth")) {
            PathFile.tell(content, inspection);
        }
    }

    private static void script(Content content, Inspection inspection) {
        String head = content.text(0, (int) Math.min(content.size(), HEAD), StandardCharsets.ISO_8859_1);
        Matcher layer = PYTHON_LAYER.matcher(head);
        if (layer.find()) {
            inspection.found("plaintext/python-layer", layer.start(), "a layer of Caffe imports and calls Python");
        }
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (head.startsWith("#!")) {
            String first = head.lines().findFirst().orElse("");
            inspection.found(
                    "plaintext/script",
                    0,
                    "a script that %s runs"
                            .formatted(Snippet.quoted(first.substring(2).strip())));
            if (content.size() > HEAD) {
                inspection.gap(HEAD, "a script of more than 1 MB was not read to its end");
            }
        } else if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<svg")) {
            if (start.contains("<script") || start.contains("javascript:")) {
                inspection.found("plaintext/active-page", 0, "a page with scripts, which a browser would run");
            }
        }
    }
}
