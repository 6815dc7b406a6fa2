package io.casemate.core.diff.edit;

import io.casemate.core.diff.edit.Key.Kind;
import io.casemate.core.diff.edit.Renames.Rename;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the parts of two models that are the same: by id, by former id, by likeness; elements before their flows. */
final class Matching {
    private final SystemModel before;
    private final SystemModel after;
    private final Map<Kind, Map<String, String>> pairs = new EnumMap<>(Kind.class);
    private final Set<String> written = new HashSet<>();

    Matching(SystemModel before, SystemModel after) {
        this.before = before;
        this.after = after;
        for (Kind kind : Kind.values()) {
            pairs.put(kind, new LinkedHashMap<>());
        }
    }

    Renames renames() {
        same(Kind.ZONE, before.zones(), after.zones(), Zone::id);
        same(Kind.ASSET, before.assets(), after.assets(), Asset::id);
        same(Kind.ADVERSARY, before.adversaries(), after.adversaries(), Adversary::id);
        same(Kind.ELEMENT, before.elements(), after.elements(), Element::id);
        former(Kind.ELEMENT, before.elements(), after.elements());
        var likeness = new Likeness(before, after, pairs);
        alike(Kind.ZONE, before.zones(), after.zones(), Zone::id, likeness::zones);
        alike(Kind.ASSET, before.assets(), after.assets(), Asset::id, likeness::assets);
        alike(Kind.ADVERSARY, before.adversaries(), after.adversaries(), Adversary::id, likeness::adversaries);
        alike(Kind.ELEMENT, before.elements(), after.elements(), Element::id, likeness::elements);
        flows();
        return result();
    }

    private Map<String, String> of(Kind kind) {
        return pairs.getOrDefault(kind, Map.of());
    }

    private void pair(Kind kind, String a, String b) {
        of(kind).put(a, b);
    }

    private <T> void same(Kind kind, List<T> as, List<T> bs, Function<T, String> id) {
        Set<String> there = new HashSet<>();
        bs.forEach(b -> there.add(id.apply(b)));
        as.stream().map(id).filter(there::contains).forEach(a -> pair(kind, a, a));
    }

    private void former(Kind kind, List<? extends Part> as, List<? extends Part> bs) {
        for (Part a : open(as, Part::id, of(kind).keySet())) {
            for (Part b : open(bs, Part::id, of(kind).values())) {
                if (b.formerly().contains(a.id()) || a.formerly().contains(b.id())) {
                    pair(kind, a.id(), b.id());
                    written.add(a.id());
                    break;
                }
            }
        }
    }

    private interface Alike<T> {
        /** How alike two parts are; 0 where they cannot be the same. */
        double score(T a, T b);
    }

    /** Pairs what is each other's only best, until nothing more is found: one pair can make the next one plain. */
    private <T> void alike(Kind kind, List<T> as, List<T> bs, Function<T, String> id, Alike<T> likeness) {
        boolean found = true;
        while (found) {
            found = false;
            List<T> openBefore = open(as, id, of(kind).keySet());
            List<T> openAfter = open(bs, id, of(kind).values());
            for (T a : openBefore) {
                Optional<T> b = best(openAfter, candidate -> likeness.score(a, candidate))
                        .filter(other -> best(openBefore, candidate -> likeness.score(candidate, other))
                                .filter(a::equals)
                                .isPresent());
                if (b.isPresent()) {
                    pair(kind, id.apply(a), id.apply(b.get()));
                    found = true;
                    break;
                }
            }
        }
    }

    /** The only one of the highest score above 0. */
    private static <T> Optional<T> best(List<T> candidates, Function<T, Double> score) {
        Optional<T> best = Optional.empty();
        double most = 0;
        for (T candidate : candidates) {
            double now = score.apply(candidate);
            if (now > most) {
                best = Optional.of(candidate);
                most = now;
            } else if (now == most) {
                best = Optional.empty();
            }
        }
        return best;
    }

    private static <T> List<T> open(List<T> all, Function<T, String> id, Collection<String> taken) {
        Set<String> closed = new HashSet<>(taken);
        return all.stream().filter(t -> !closed.contains(id.apply(t))).toList();
    }

    /** Flows by id, where an id says more than a count of parallel flows; then by former id; then by their ends. */
    private void flows() {
        Set<String> counted = new HashSet<>(counted(before.flows()));
        counted.addAll(counted(after.flows()));
        same(Kind.FLOW, without(before.flows(), counted), without(after.flows(), counted), Flow::id);
        former(Kind.FLOW, before.flows(), after.flows());
        byEnds((a, b) -> a.facts().equals(b.facts())
                && a.carries().equals(b.carries())
                && a.name().equals(b.name()));
        same(
                Kind.FLOW,
                open(before.flows(), Flow::id, of(Kind.FLOW).keySet()),
                open(after.flows(), Flow::id, of(Kind.FLOW).values()),
                Flow::id);
        byEnds((a, b) -> a.name().equals(b.name()));
        byEnds((a, b) -> true);
    }

    private interface SameFlow {
        boolean test(Flow a, Flow b);
    }

    private void byEnds(SameFlow same) {
        Map<String, List<Flow>> left = new HashMap<>();
        for (Flow b : open(after.flows(), Flow::id, of(Kind.FLOW).values())) {
            left.computeIfAbsent(b.from() + ">" + b.to(), ends -> new ArrayList<>())
                    .add(b);
        }
        for (Flow a : open(before.flows(), Flow::id, of(Kind.FLOW).keySet())) {
            String ends = of(Kind.ELEMENT).getOrDefault(a.from(), "") + ">"
                    + of(Kind.ELEMENT).getOrDefault(a.to(), "");
            List<Flow> here = left.getOrDefault(ends, List.of());
            here.stream().filter(b -> same.test(a, b)).findFirst().ifPresent(b -> {
                pair(Kind.FLOW, a.id(), b.id());
                here.remove(b);
            });
        }
    }

    /** Ids of flows that were named after their ends, where several join the same ends. */
    private static Set<String> counted(List<Flow> flows) {
        Map<String, Integer> parallel = new HashMap<>();
        flows.forEach(f -> parallel.merge(f.from() + ">" + f.to(), 1, Integer::sum));
        Set<String> counted = new HashSet<>();
        for (Flow flow : flows) {
            if (namedAfterEnds(flow) && parallel.getOrDefault(flow.from() + ">" + flow.to(), 0) > 1) {
                counted.add(flow.id());
            }
        }
        return counted;
    }

    private static List<Flow> without(List<Flow> flows, Set<String> ids) {
        return flows.stream().filter(f -> !ids.contains(f.id())).toList();
    }

    static boolean namedAfterEnds(Flow flow) {
        String base = "%s-to-%s".formatted(flow.from(), flow.to());
        return flow.id().equals(base) || flow.id().matches(Pattern.quote(base) + "-[0-9]+");
    }

    private Renames result() {
        Map<Kind, List<Rename>> renamed = new EnumMap<>(Kind.class);
        Map<String, Flow> flowsBefore = new HashMap<>();
        Map<String, Flow> flowsAfter = new HashMap<>();
        before.flows().forEach(f -> flowsBefore.put(f.id(), f));
        after.flows().forEach(f -> flowsAfter.put(f.id(), f));
        pairs.forEach((kind, ids) -> {
            List<Rename> changed = new ArrayList<>();
            ids.forEach((a, b) -> {
                if (!a.equals(b)) {
                    Flow old = kind == Kind.FLOW ? flowsBefore.get(a) : null;
                    Flow now = kind == Kind.FLOW ? flowsAfter.get(b) : null;
                    boolean implied = old != null && now != null && namedAfterEnds(old) && namedAfterEnds(now);
                    changed.add(new Rename(kind, a, b, written.contains(a), implied));
                }
            });
            changed.addAll(setAside(kind, ids));
            renamed.put(kind, List.copyOf(changed));
        });
        return new Renames(renamed);
    }

    /** Flows that are gone and whose id, a count of parallel flows, another has taken. */
    private List<Rename> setAside(Kind kind, Map<String, String> ids) {
        return kind != Kind.FLOW
                ? List.of()
                : open(before.flows(), Flow::id, ids.keySet()).stream()
                        .filter(f -> ids.containsValue(f.id()))
                        .map(f -> new Rename(kind, f.id(), f.id() + "-before", true, true))
                        .toList();
    }
}
