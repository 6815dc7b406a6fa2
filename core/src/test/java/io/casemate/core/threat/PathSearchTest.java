package io.casemate.core.threat;

import static io.casemate.core.threat.TestThreats.FACTS;
import static io.casemate.core.threat.TestThreats.WEIGHTS;
import static io.casemate.core.threat.TestThreats.control;
import static io.casemate.core.threat.TestThreats.kind;
import static io.casemate.core.threat.TestThreats.threat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.TestSystem;
import io.casemate.core.model.Element;
import io.casemate.core.model.ElementKind;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Level;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Condition.Path;
import io.casemate.core.threat.Factor.Place;
import io.casemate.core.threat.Factor.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PathSearchTest {
    private static final Condition USER = kind(ElementKind.USER);
    private static final Condition MODEL = kind(ElementKind.MODEL);

    @Test
    void a_path_goes_from_where_the_adversary_stands_through_the_via_elements_to_the_target() {
        SystemModel model = new TestSystem()
                .element("web", ElementKind.USER, 0)
                .element("labels", ElementKind.LABEL_STORE, 2)
                .element("job", ElementKind.TRAINING_JOB, 2)
                .element("fraud", ElementKind.MODEL, 2)
                .flow("web", "fraud")
                .flow("web", "labels")
                .flow("labels", "job")
                .flow("job", "fraud")
                .build();
        var path = new Path(
                USER,
                List.of(kind(ElementKind.LABEL_STORE), kind(ElementKind.TRAINING_JOB)),
                Set.of(),
                Set.of(),
                false);

        List<Candidate> found = identify(model, threat("poison", MODEL, path, 0.1));

        assertThat(found)
                .singleElement()
                .satisfies(c -> assertThat(c.routes().getFirst().ids())
                        .containsExactly(
                                "web", "web-to-labels", "labels", "labels-to-job", "job", "job-to-fraud", "fraud"));
    }

    @Test
    void a_stated_blocker_ends_the_path_and_an_unknown_one_does_not() {
        for (String fact : List.of("guarded", "!guarded", "other")) {
            SystemModel model = new TestSystem()
                    .element("web", ElementKind.USER, 0)
                    .element("gate", ElementKind.GUARDRAIL, 2, fact)
                    .element("fraud", ElementKind.MODEL, 2)
                    .flow("web", "gate")
                    .flow("gate", "fraud")
                    .build();
            var path = new Path(USER, List.of(), Set.of(), Set.of("guarded"), false);
            assertThat(identify(model, threat("t", MODEL, path, 0.1))).as(fact).hasSize(fact.equals("guarded") ? 0 : 1);
        }
    }

    @Test
    void a_crossing_path_must_cross_a_boundary() {
        SystemModel inside = new TestSystem()
                .element("web", ElementKind.USER, 2)
                .element("fraud", ElementKind.MODEL, 2)
                .flow("web", "fraud")
                .build();
        SystemModel across = new TestSystem()
                .element("web", ElementKind.USER, 0)
                .element("fraud", ElementKind.MODEL, 2)
                .flow("web", "fraud")
                .build();
        var path = new Path(USER, List.of(), Set.of(), Set.of(), true);
        assertThat(identify(inside, threat("t", MODEL, path, 0.1))).isEmpty();
        assertThat(identify(across, threat("t", MODEL, path, 0.1))).hasSize(1);
    }

    @Test
    void a_target_that_is_itself_the_first_element_needs_no_flow() {
        SystemModel model =
                new TestSystem().element("fraud", ElementKind.MODEL, 0).build();
        var path = new Path(MODEL, List.of(), Set.of(), Set.of(), false);
        assertThat(identify(model, threat("t", MODEL, path, 0.1)))
                .singleElement()
                .satisfies(c -> assertThat(c.routes().getFirst().ids()).containsExactly("fraud"));
    }

    @Test
    void the_search_finds_what_trying_every_walk_finds() {
        long seed = 20261101L;
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int compared = 0;
        for (int round = 0; round < 1_500; round++) {
            SystemModel model = randomSystem(random);
            List<Condition> via = random.nextBoolean() ? List.of() : List.of(kind(ElementKind.PROCESS));
            Set<String> blockers = random.nextBoolean() ? Set.of() : Set.of("checked");
            Set<ElementKind> avoid = random.nextBoolean() ? Set.of() : Set.of(ElementKind.STORE, ElementKind.MODEL);
            var path = new Path(USER, via, avoid, blockers, random.nextInt(3) == 0);
            Threat threat =
                    threat("t", MODEL, path, 0.2, control("guarded", Place.PATH, Strength.values()[random.nextInt(3)]));
            var evaluator = new Evaluator(Topology.of(model), FACTS);
            List<Candidate> found = identify(model, threat);
            for (Element target : model.elements()) {
                OptionalDouble expected = bruteForce(evaluator, threat, target);
                List<Candidate> at = found.stream()
                        .filter(c -> c.target().id().equals(target.id()))
                        .toList();
                String as = "seed %d round %d target %s".formatted(seed, round, target.id());
                assertThat(at).as(as).hasSize(expected.isPresent() ? 1 : 0);
                if (expected.isPresent()) {
                    compared++;
                    assertThat(at.getFirst().routes().getFirst().decibans())
                            .as(as)
                            .isCloseTo(expected.getAsDouble(), within(1e-9));
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    /** The most decibans over all walks of at most 7 flows: the slow oracle. */
    private static OptionalDouble bruteForce(Evaluator evaluator, Threat threat, Element target) {
        if (evaluator.test(threat.when(), target) == Truth.NO) {
            return OptionalDouble.empty();
        }
        List<Double> sums = new ArrayList<>();
        for (Element start : evaluator.topology().model().elements()) {
            boolean open = threat.path().blockedBy().stream()
                    .noneMatch(f -> evaluator.facts().read(start, f).holds());
            if (open && evaluator.test(threat.path().from(), start) != Truth.NO) {
                List<Part> walk = new ArrayList<>(List.of(start));
                walk(evaluator, threat, target, walk, sums);
            }
        }
        return sums.stream().mapToDouble(Double::doubleValue).max();
    }

    private static void walk(Evaluator evaluator, Threat threat, Element target, List<Part> walk, List<Double> sums) {
        Element at = (Element) walk.getLast();
        if (at.id().equals(target.id()) && satisfied(evaluator, threat, walk)) {
            double sum = (walk.size() - 1) / 2 * WEIGHTS.step();
            for (Part part : walk) {
                sum += new Decibans(evaluator, WEIGHTS).sum(threat.mitigations(), Place.PATH, part);
            }
            sums.add(sum);
        }
        boolean avoided = walk.size() > 1 && threat.path().avoid().contains(at.kind());
        if (walk.size() > 14 || avoided) {
            return;
        }
        for (Flow flow : evaluator.topology().from(at.id())) {
            Element to = evaluator.topology().element(flow.to());
            if (threat.path().blockedBy().stream()
                    .noneMatch(f -> evaluator.facts().read(to, f).holds())) {
                walk.add(flow);
                walk.add(to);
                walk(evaluator, threat, target, walk, sums);
                walk.removeLast();
                walk.removeLast();
            }
        }
    }

    private static boolean satisfied(Evaluator evaluator, Threat threat, List<Part> walk) {
        boolean crossed = walk.stream()
                .anyMatch(p ->
                        p instanceof Flow f && !evaluator.topology().crossed(f).isEmpty());
        boolean via = threat.path().via().isEmpty();
        for (int i = 2; i < walk.size() - 1 && !via; i += 2) {
            via = evaluator.test(threat.path().via().getFirst(), walk.get(i)) != Truth.NO;
        }
        return via && (crossed || !threat.path().crossing());
    }

    private static SystemModel randomSystem(RandomGenerator random) {
        var system = new TestSystem();
        int n = 3 + random.nextInt(4);
        ElementKind[] kinds = {ElementKind.USER, ElementKind.PROCESS, ElementKind.MODEL, ElementKind.STORE};
        String[] facts = {"guarded", "!guarded", "checked", "!checked", "other"};
        for (int i = 0; i < n; i++) {
            system.element("e" + i, kinds[random.nextInt(4)], random.nextInt(3), facts[random.nextInt(5)]);
        }
        for (int i = 0; i < n + 2; i++) {
            int from = random.nextInt(n);
            int to = random.nextInt(n);
            if (from != to) {
                system.flow("e" + from, "e" + to, random.nextInt(3) == 0 ? "guarded" : "other");
            }
        }
        return system.build();
    }

    private static List<Candidate> identify(SystemModel model, Threat threat) {
        var evaluator = new Evaluator(Topology.of(model), FACTS);
        Reach reach = Reach.of(
                evaluator, List.of(TestThreats.hacker(Level.HIGH)), TestThreats.everywhere(), WEIGHTS.frequency());
        return Identification.of(evaluator, reach, WEIGHTS, List.of(threat)).scenarios();
    }
}
