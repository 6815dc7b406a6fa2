package io.casemate.core.problem;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be used, with all of its problems at once. The command line maps it to exit code 3. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems everything found wrong, at least one, in the order of the input */
    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid input needs at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** Everything found wrong, in the order of the input. */
    public List<Problem> problems() {
        return problems;
    }
}
