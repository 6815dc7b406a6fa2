package io.casemate.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads one YAML document. What is wrong goes to the problems; nothing is thrown. */
public final class YamlReader {
    /** The parser copies what it has of a token for each buffer it reads: of the default of 1024 that makes too many. */
    private static final int BUFFER_CHARS = 1 << 14;

    private YamlReader() {}

    /** The document in a file; absent where nothing could be read that is worth looking at. */
    public static Optional<YamlCursor> read(Path file, YamlLimits limits, YamlProblems problems) {
        if (!Files.exists(file)) {
            problems.add(0, "", "does not exist", "check the path");
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            problems.add(0, "", "is not a file", "name a YAML file");
            return Optional.empty();
        }
        try {
            if (Files.size(file) > limits.bytesMax()) {
                return tooLarge(limits, problems);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in.readNBytes(limits.bytesMax() + 1), limits, problems);
            }
        } catch (IOException e) {
            problems.add(0, "", "cannot be read (%s)".formatted(reason(e)), "check its permissions");
            return Optional.empty();
        }
    }

    /** The document in these bytes; absent where nothing could be read that is worth looking at. */
    public static Optional<YamlCursor> read(byte[] bytes, YamlLimits limits, YamlProblems problems) {
        if (bytes.length > limits.bytesMax()) {
            return tooLarge(limits, problems);
        }
        return new YamlText(bytes, problems)
                .read()
                .flatMap(text -> parse(text, limits, problems))
                .map(root -> YamlCursor.at(root, problems));
    }

    private static Optional<YamlCursor> tooLarge(YamlLimits limits, YamlProblems problems) {
        problems.add(0, "", "is larger than %s".formatted(limits.size()), "split or shorten it");
        return Optional.empty();
    }

    private static Optional<Yaml> parse(String text, YamlLimits limits, YamlProblems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(limits.bytesMax())
                .setBufferSize(BUFFER_CHARS)
                .build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            return new YamlTree(limits, problems).build(events);
        } catch (MarkedYamlEngineException e) {
            report(e, text, problems);
        } catch (RuntimeException e) { // the parser guards its own arithmetic less well than its grammar
            problems.add(0, "", "is not YAML: %s".formatted(reason(e)), "correct it");
        }
        return Optional.empty();
    }

    private static void report(MarkedYamlEngineException e, String text, YamlProblems problems) {
        int line = e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
        String source = text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        if (source.matches("\\s*\\t.*") && !source.isBlank()) {
            problems.add(line, "", "is indented with a tab", "indent with spaces");
        } else {
            problems.add(line, "", "is not YAML: %s".formatted(reason(e)), "correct it there");
        }
    }

    /** The first line of what an exception says; the rest repeats the place. */
    private static String reason(Exception e) {
        String message = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        return message == null || message.isBlank()
                ? e.getClass().getSimpleName()
                : Wording.shown(message.lines().findFirst().orElse(""));
    }
}
