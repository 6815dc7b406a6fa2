package io.casemate.core.yaml;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.util.List;

/** Collects what is wrong with one file. Beyond {@value #MAX} problems it only counts, so that no file fills the memory. */
public sealed interface YamlProblems permits ProblemList {
    int MAX = 1_000;

    /**
     * No problems yet.
     *
     * @param label the name of the file, the beginning of every problem's place
     */
    static YamlProblems of(String label) {
        return new ProblemList(label);
    }

    /**
     * Adds a problem.
     *
     * @param line from 1; 0 where the problem is the whole file
     * @param path such as {@code flows[3].to}, empty at the top
     */
    void add(int line, String path, String what, String remedy);

    boolean isEmpty();

    /** Whether further problems are only counted. */
    boolean full();

    /** All problems, in the order of the lines. */
    List<Problem> all();

    /** Throws all problems, if there are any. */
    default void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidInputException(all());
        }
    }
}
