package io.casemate.core.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The text of a valid model, and ways to change it and to see what the reader says. */
final class ModelText {
    static final Vocabulary KNOWN = new Vocabulary(
            Set.of("authenticated", "rate-limited", "logged", "monitored", "encrypted"),
            Set.of("model-extraction", "evasion"),
            Set.of("rate-limit-queries"));

    static final String VALID = load();

    private ModelText() {}

    /** The problems of the valid model with one piece of its text replaced. */
    static List<String> problemsAfter(String piece, String replacement) {
        if (!VALID.contains(piece)) {
            throw new IllegalArgumentException("the valid model has no '%s'".formatted(piece));
        }
        return problems(VALID.replace(piece, replacement));
    }

    static List<String> problems(String text) {
        var e = catchThrowableOfType(
                InvalidInputException.class, () -> SystemModelReader.read("casemate.yaml", text, KNOWN));
        return e == null
                ? List.of()
                : e.problems().stream().map(Problem::toString).toList();
    }

    private static String load() {
        try (InputStream in = ModelText.class.getResourceAsStream("valid.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
