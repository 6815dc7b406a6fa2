package io.casemate.core.threat;

import io.casemate.core.model.Part;
import java.util.List;

/**
 * One way to a target.
 *
 * @param steps elements and flows in turn, the adversary's element first, the target last; the target alone where the adversary
 *     stands at it
 * @param via indexes into {@code steps} of the elements that satisfy the threat's {@code via} conditions, in their order
 * @param attemptsPerYear how often adversaries try from the first element
 * @param adversaries ids of those adversaries
 * @param decibans sum of all contributions, the prior excluded
 */
public record Route(
        List<Part> steps, List<Integer> via, double attemptsPerYear, List<String> adversaries, double decibans) {
    public Route {
        steps = List.copyOf(steps);
        via = List.copyOf(via);
        adversaries = List.copyOf(adversaries);
    }

    Route with(double sum) {
        return new Route(steps, via, attemptsPerYear, adversaries, sum);
    }

    public Part entry() {
        return steps.getFirst();
    }

    public Part target() {
        return steps.getLast();
    }

    public List<String> ids() {
        return steps.stream().map(Part::id).toList();
    }
}
