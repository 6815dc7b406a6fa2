package io.casemate.cli.diff;

import io.casemate.cli.arguments.AsOf;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One of the two things compared, as the user names it: {@code PATH}, {@code PATH@INSTANT}, {@code REV:PATH},
 * {@code REV:PATH@INSTANT}. What exists as a path is a path, whatever is in its name.
 *
 * @param revision of git; empty for the files as they lie there
 */
record Operand(String revision, Path path, Optional<Instant> moment) {
    static Operand of(String text) {
        if (exists(text)) {
            return new Operand("", Path.of(text), Optional.empty());
        }
        int at = text.lastIndexOf('@');
        Optional<Instant> moment = at < 0 ? Optional.empty() : AsOf.parse(text.substring(at + 1));
        String place = moment.isPresent() ? text.substring(0, at) : text;
        int colon = place.indexOf(':');
        boolean revised = colon > 0 && !exists(place);
        return revised
                ? new Operand(place.substring(0, colon), path(place.substring(colon + 1)), moment)
                : new Operand("", path(place), moment);
    }

    /** The same at another moment, unless it names one itself. */
    Operand at(Instant otherwise) {
        return new Operand(revision, path, Optional.of(moment.orElse(otherwise)));
    }

    private static Path path(String text) {
        return Path.of(text.isEmpty() ? "." : text);
    }

    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
