package io.casemate.core.yaml;

import io.casemate.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems of one file with their lines. */
final class ProblemList implements YamlProblems {
    private record Placed(int line, Problem problem) {}

    private final String label;
    private final List<Placed> placed = new ArrayList<>();
    private int unlisted;

    ProblemList(String label) {
        this.label = label;
    }

    @Override
    public void add(int line, String path, String what, String remedy) {
        if (full()) {
            unlisted++;
            return;
        }
        String where = line < 1 ? label : "%s:%d".formatted(label, line);
        placed.add(new Placed(line, new Problem(path.isEmpty() ? where : where + " " + path, what, remedy)));
    }

    @Override
    public boolean isEmpty() {
        return placed.isEmpty();
    }

    @Override
    public boolean full() {
        return placed.size() >= MAX;
    }

    @Override
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
}
