package io.casemate.core.threat;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.PathSearch.Start;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives scenarios: every threat against every part of a system.
 *
 * @param scenarios candidates that hold, by threat in the order given, then by part in the order of the model
 * @param asked candidates that would hold if an unknown fact were so, in the same order
 */
public record Identification(List<Candidate> scenarios, List<Candidate> asked) {
    public Identification {
        scenarios = List.copyOf(scenarios);
        asked = List.copyOf(asked);
    }

    /** Threats are searched side by side, for none knows of another; the result does not depend on it. */
    public static Identification of(Evaluator evaluator, Reach reach, Weights weights, Collection<Threat> threats) {
        var search = new Search(evaluator, reach, weights);
        List<Identification> each =
                threats.parallelStream().map(search::identification).toList();
        return new Identification(
                each.stream().flatMap(i -> i.scenarios().stream()).toList(),
                each.stream().flatMap(i -> i.asked().stream()).toList());
    }

    /** The {@link #scenarios} alone; costs less than half. */
    public static List<Candidate> scenarios(
            Evaluator evaluator, Reach reach, Weights weights, Collection<Threat> threats) {
        var search = new Search(evaluator, reach, weights);
        return threats.parallelStream()
                .map(threat -> search.candidates(threat, Truth.PRESUMED, Set.of()))
                .flatMap(List::stream)
                .toList();
    }

    /** Everything that the searches of one system share. */
    private record Search(Graph graph, Standpoints standpoints, Evaluator evaluator, Reach reach, Weights weights) {
        Search(Evaluator evaluator, Reach reach, Weights weights) {
            this(new Graph(evaluator.topology()), evaluator, reach, weights);
        }

        private Search(Graph graph, Evaluator evaluator, Reach reach, Weights weights) {
            this(graph, new Standpoints(graph, evaluator, reach), evaluator, reach, weights);
        }

        Identification identification(Threat threat) {
            List<Candidate> holding = candidates(threat, Truth.PRESUMED, Set.of());
            Set<String> done = new HashSet<>();
            holding.forEach(c -> done.add(c.target().id()));
            return new Identification(holding, candidates(threat, Truth.ASK, done));
        }

        /** The candidates of one threat whose truth is at least so much, without the parts in {@code done}. */
        List<Candidate> candidates(Threat threat, Truth atLeast, Set<String> done) {
            List<Part> targets = new ArrayList<>();
            if (threat.onFlows()) {
                graph.flows.stream()
                        .filter(f -> evaluator.test(threat.when(), f).compareTo(atLeast) >= 0)
                        .forEach(targets::add);
            } else {
                Truth[] truths = standpoints.truths(threat.when());
                for (int i = 0; i < truths.length; i++) {
                    if (truths[i].compareTo(atLeast) >= 0) {
                        targets.add(graph.elements.get(i));
                    }
                }
            }
            targets.removeIf(t -> done.contains(t.id()));
            if (targets.isEmpty()) {
                return List.of();
            }
            var search = new RouteSearch(this, threat, atLeast);
            return threat.atTarget() ? search.atTargets(targets) : search.toTargets(targets);
        }
    }

    private record Way(Route route, Truth truth) {}

    /** Routes of one threat at one level of truth. */
    private record RouteSearch(Search shared, Threat threat, Truth atLeast) {

        List<Candidate> atTargets(List<Part> targets) {
            List<Candidate> found = new ArrayList<>();
            for (Part target : targets) {
                double attempts = shared.reach().attemptsPerYear(threat, target, atLeast);
                if (attempts > 0) {
                    List<Part> steps = target instanceof Flow f
                            ? List.of(shared.evaluator().topology().element(f.from()), f)
                            : List.of(target);
                    found.add(candidate(target, List.of(route(steps, List.of(), target, attempts))));
                }
            }
            return found;
        }

        List<Candidate> toTargets(List<Part> targets) {
            SortedMap<Double, List<Start>> starts = starts();
            if (starts.isEmpty()) {
                return List.of();
            }
            List<List<Way>> routes = new ArrayList<>();
            targets.forEach(t -> routes.add(new ArrayList<>()));
            var search = new PathSearch(shared.graph(), shared.evaluator(), shared.weights(), threat, atLeast);
            boolean direct = threat.path().via().isEmpty() && !threat.path().crossing();
            for (var group : starts.entrySet()) {
                search.run(group.getValue());
                Set<String> first = new HashSet<>();
                group.getValue().forEach(s -> first.add(s.element().id()));
                for (int i = 0; i < targets.size(); i++) {
                    Element target = (Element) targets.get(i);
                    double attempts = group.getKey();
                    List<Way> at = routes.get(i);
                    if (direct && first.contains(target.id())) {
                        at.add(route(List.of(target), List.of(), target, attempts));
                    }
                    search.found(target)
                            .ifPresent(f ->
                                    at.add(route(f.steps(), f.via(), f.steps().getFirst(), attempts)));
                }
            }
            List<Candidate> found = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                if (!routes.get(i).isEmpty()) {
                    found.add(candidate(targets.get(i), routes.get(i)));
                }
            }
            return found;
        }

        /** First elements by the frequency of attempts from there. */
        private SortedMap<Double, List<Start>> starts() {
            var decibans = new Decibans(shared.evaluator(), shared.weights());
            double[] attempts = shared.standpoints().attempts(threat, atLeast);
            Truth[] from = shared.standpoints().truths(threat.path().from());
            SortedMap<Double, List<Start>> starts = new TreeMap<>();
            for (int i = 0; i < from.length; i++) {
                Element element = shared.graph().elements.get(i);
                if (attempts[i] > 0 && from[i].compareTo(atLeast) >= 0 && passable(element)) {
                    double sum = decibans.sum(threat.mitigations(), Place.ENTRY, element)
                            + decibans.sum(threat.mitigations(), Place.PATH, element)
                            + decibans.sum(threat.aggravations(), Place.ENTRY, element)
                            + decibans.presumptions(threat.path().from(), element);
                    starts.computeIfAbsent(attempts[i], a -> new ArrayList<>()).add(new Start(element, sum));
                }
            }
            return starts;
        }

        private boolean passable(Part part) {
            return threat.path().blockedBy().stream()
                    .noneMatch(
                            fact -> shared.evaluator().facts().read(part, fact).holds());
        }

        private Way route(List<Part> steps, List<Integer> via, Part entry, double attempts) {
            var bare = new Route(steps, via, attempts, shared.reach().names(threat, entry, atLeast), 0);
            RouteReading reading = RouteReading.of(shared.evaluator(), shared.weights(), threat, bare);
            return new Way(bare.with(reading.decibans()), reading.truth());
        }

        private Candidate candidate(Part target, List<Way> ways) {
            Truth truth = ways.stream().map(Way::truth).reduce(Truth.NO, Truth::or);
            return new Candidate(
                    threat, target, truth, ways.stream().map(Way::route).toList());
        }
    }
}
