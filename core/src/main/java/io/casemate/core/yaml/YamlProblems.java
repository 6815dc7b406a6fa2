package io.casemate.core.yaml;

import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. Beyond {@value #MAX} problems it only counts, so that no file can fill the memory. */
public final class YamlProblems {
    static final int MAX = 1_000;

    private record Placed(int line, Problem problem) {}

    private final String label;
    private final List<Placed> placed = new ArrayList<>();
    private int unlisted;

    /** @param label the name of the file, the beginning of every problem's place */
    public YamlProblems(String label) {
        this.label = label;
    }

    /**
     * Adds a problem.
     *
     * @param line from 1; 0 where the problem is the whole file
     * @param path such as {@code flows[3].to}, empty at the top
     */
    public void add(int line, String path, String what, String remedy) {
        if (full()) {
            unlisted++;
            return;
        }
        String where = line < 1 ? label : "%s:%d".formatted(label, line);
        placed.add(new Placed(line, new Problem(path.isEmpty() ? where : where + " " + path, what, remedy)));
    }

    /** Whether further problems are only counted. */
    boolean full() {
        return placed.size() >= MAX;
    }

    public boolean isEmpty() {
        return placed.isEmpty();
    }

    /** All problems, in the order of the lines. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(placed.stream()
                .sorted(Comparator.comparingInt(Placed::line))
                .map(Placed::problem)
                .toList());
        if (unlisted > 0) {
            all.add(new Problem(label, "has %d more problems".formatted(unlisted), "mend the ones listed first"));
        }
        return all;
    }

    /** Throws all problems, if there are any. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidInputException(all());
        }
    }
}
