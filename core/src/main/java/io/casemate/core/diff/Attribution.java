package io.casemate.core.diff;

import io.casemate.core.diff.edit.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds for each scenario the acts that move it: those whose undoing in the later system changes it, and those that change
 * it when done alone in the earlier one. The same whichever system comes first.
 */
final class Attribution {
    private final List<Act> acts;
    private final Stances before;
    private final Stances after;
    private final Function<Set<Act>, Stances> assess;
    private final Map<Set<Act>, Stances> known = new HashMap<>();

    /**
     * @param acts those that can move a risk
     * @param assess how scenarios stand where these acts were done and no others
     */
    Attribution(Collection<Act> acts, Stances before, Stances after, Function<Set<Act>, Stances> assess) {
        this.acts = List.copyOf(acts);
        this.before = before;
        this.after = after;
        this.assess = assess;
        known.put(Set.of(), before);
        known.put(Set.copyOf(acts), after);
    }

    /** The acts that move the scenario, the one that moves it most first. */
    List<Act> of(String scenario) {
        if (acts.size() == 1) {
            return acts;
        }
        Map<Act, Double> shares = new HashMap<>();
        for (Act act : acts) {
            Stances undone = at(without(act));
            Stances alone = at(Set.of(act));
            if (!undone.same(scenario, after) || !alone.same(scenario, before)) {
                double forward = Math.abs(alone.weight(scenario) - before.weight(scenario));
                double backward = Math.abs(after.weight(scenario) - undone.weight(scenario));
                shares.put(act, forward + backward);
            }
        }
        if (shares.isEmpty()) {
            return List.copyOf(least(scenario));
        }
        List<Act> movers = new ArrayList<>(shares.keySet());
        movers.sort(Comparator.comparingDouble((Act act) -> -shares.getOrDefault(act, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return movers;
    }

    /** Where no act moves it alone, forward or backward: acts that together make it as it is, none of which can be left out. */
    private Set<Act> least(String scenario) {
        Set<Act> needed = new TreeSet<>(acts);
        for (Act act : acts) {
            Set<Act> fewer = new TreeSet<>(needed);
            fewer.remove(act);
            if (at(fewer).same(scenario, after)) {
                needed = fewer;
            }
        }
        return needed;
    }

    private Set<Act> without(Act act) {
        Set<Act> others = new LinkedHashSet<>(acts);
        others.remove(act);
        return others;
    }

    private Stances at(Set<Act> done) {
        return known.computeIfAbsent(Set.copyOf(done), assess);
    }
}
