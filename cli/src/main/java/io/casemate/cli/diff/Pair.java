package io.casemate.cli.diff;

import io.casemate.cli.arguments.AsOf;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The two things compared and the moments they are looked at from, out of the arguments. */
record Pair(Operand a, Operand b, Instant from, Instant to) {
    private static final String GIT = "--git";

    static Pair of(List<String> operands, List<String> revisions, List<String> moments, Instant now) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = revisions(revisions, problems);
        List<Instant> instants = new ArrayList<>();
        for (String moment : moments) {
            AsOf.parse(moment).ifPresentOrElse(instants::add, () -> problems.add(AsOf.problem(moment)));
        }
        if (moments.size() > 2) {
            problems.add(
                    new Problem("--as-of", "is given %d times".formatted(moments.size()), "give it once or twice"));
        }
        if (operands.size() > 2) {
            problems.add(new Problem(
                    "'%s'".formatted(operands.get(2)),
                    "is the third of %d systems".formatted(operands.size()),
                    "name two to compare"));
        }
        if (!names.isEmpty() && operands.size() > 1) {
            problems.add(new Problem(GIT, "is given with two systems", "name one system, or write REV:PATH twice"));
        }
        List<Operand> read = operands.stream().map(Operand::of).toList();
        boolean dated = read.stream().anyMatch(o -> o.moment().isPresent());
        if (operands.size() == 1 && revisions.isEmpty() && moments.isEmpty() && !dated) {
            problems.add(new Problem(
                    "'%s'".formatted(operands.getFirst()),
                    "is compared with nothing",
                    "name a second system, a revision (--git main) or a moment (--as-of 2026-01-31)"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        Operand first = read.getFirst();
        Operand second = read.getLast();
        if (!names.isEmpty()) {
            second = new Operand(names.size() > 1 ? names.getLast() : "", first.path(), first.moment());
            first = new Operand(names.getFirst(), first.path(), first.moment());
        }
        return at(first, second, operands.size() == 1 && names.isEmpty(), instants, now);
    }

    /** @param itself whether one system is compared with itself: from a moment to another one or to now */
    private static Pair at(Operand a, Operand b, boolean itself, List<Instant> instants, Instant now) {
        Instant last = instants.isEmpty() ? now : instants.getLast();
        boolean sinceThen = itself && (instants.size() == 1 || a.moment().isPresent());
        Instant first = a.moment().orElse(instants.isEmpty() ? now : instants.getFirst());
        Instant second = sinceThen
                ? (a.moment().isPresent() && !instants.isEmpty() ? last : now)
                : b.moment().orElse(last);
        return new Pair(a, b, first, second);
    }

    /** {@code a..b} is two; so is giving the option twice. */
    private static List<String> revisions(List<String> given, List<Problem> problems) {
        List<String> names = new ArrayList<>();
        for (String text : given) {
            int dots = text.indexOf("..");
            if (dots > 0 && !text.startsWith("...", dots) && dots + 2 < text.length()) {
                names.add(text.substring(0, dots));
                names.add(text.substring(dots + 2));
            } else if (dots >= 0) {
                problems.add(new Problem(
                        GIT, "'%s' is no pair of revisions".formatted(text), "write REV1..REV2, or one revision"));
            } else {
                names.add(text);
            }
        }
        if (names.size() > 2) {
            problems.add(new Problem(GIT, "names %d revisions".formatted(names.size()), "name one or two"));
        }
        return names;
    }
}
