package io.casemate.cli.arguments;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --as-of}: the moment at which a verb looks. Same input and same moment, same bytes. */
public final class AsOf {
    private static final String NOW = "now";

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "A day or a moment, as 2026-11-21T12:00:00Z. Default: now.")
    private String text = NOW;

    /** The moment, in whole seconds. */
    public Instant moment(Clock clock) {
        return text.equals(NOW)
                ? now(clock)
                : parse(text).orElseThrow(() -> new InvalidInputException(List.of(problem(text))));
    }

    /** This moment, in whole seconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The moment that a text names: a day begins at midnight UTC; absent where it names none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text that names no moment. */
    public static Problem problem(String text) {
        return new Problem("--as-of", "'%s' is no moment".formatted(text), "write 2026-11-21 or 2026-11-21T12:00:00Z");
    }
}
