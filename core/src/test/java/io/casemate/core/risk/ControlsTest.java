package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.example.Example;
import io.casemate.core.knowledge.example.ExampleReader;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.risk.FactChange.Said;
import io.casemate.core.risk.Likelihoods.Scenario;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import io.casemate.core.threat.Threat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A property of the whole catalogue, over its own examples, the test models and the three example systems: whatever puts a
 * mitigation in place lowers or ends every scenario that names it and moves none that does not; taking a control away lowers
 * none.
 */
class ControlsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Path EXAMPLES = Path.of(System.getProperty("casemate.root", ".."), "examples");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final FactBook FACTS = new FactBook(KNOWLEDGE.facts());
    private static final double ROUNDING = 1e-12;

    /** Exposures, for there is no control among them, by which adversaries get to the first element of a path. */
    private static final Set<String> STANDINGS =
            NamedFacts.of(KNOWLEDGE.standings().values());

    private final Set<String> lowered = ConcurrentHashMap.newKeySet();

    @Test
    void a_mitigation_lowers_or_ends_what_names_it_and_moves_nothing_else() {
        Map<String, SystemModel> models = examples(true);
        models.putAll(systems());
        List<String> wrong = models.entrySet().parallelStream()
                .flatMap(m -> added(m.getKey(), m.getValue()).stream())
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(lowered)
                .as("each mitigation of each threat was put in place somewhere")
                .containsAll(pairs());
    }

    @Test
    void adversaries_get_somewhere_by_exposures_alone() {
        assertThat(STANDINGS)
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(KNOWLEDGE.facts().get(id)).as(id).isNotNull().returns(false, Fact::good));
    }

    @Test
    void taking_a_control_away_lowers_nothing() {
        Map<String, SystemModel> models = examples(false);
        models.putAll(systems());
        List<String> wrong = models.entrySet().parallelStream()
                .flatMap(m -> removed(m.getKey(), m.getValue()).stream())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_short_way_computes_what_an_assessment_does() {
        IncidentSystem.all().stream().limit(6).forEach(system -> {
            Map<String, Scenario> fast = Likelihoods.of(system.model());
            List<Risk> slow = Assessment.of(KNOWLEDGE, system.model(), EvidenceBook.EMPTY, Map.of(), NOW)
                    .risks();
            assertThat(slow).hasSameSizeAs(fast.keySet());
            assertThat(slow)
                    .allSatisfy(r -> assertThat(r.current().probability())
                            .as(r.id())
                            .isCloseTo(fast.get(r.id()).probability(), within(ROUNDING)));
        });
    }

    /** Puts each mitigation of each scenario in place throughout the model, one at a time. */
    private List<String> added(String name, SystemModel model) {
        Map<String, Scenario> before = Likelihoods.of(model);
        Map<String, FactChange> changes = new LinkedHashMap<>();
        before.values().stream()
                .flatMap(s -> s.candidate().threat().mitigations().stream())
                .forEach(f -> changes.put(f.fact(), FactChange.everywhere(f.fact(), f.value())));
        List<String> wrong = new ArrayList<>();
        changes.values().forEach(change -> {
            Map<String, Scenario> after = Likelihoods.of(change.of(model));
            wrong(before, after, change.fact(), true).forEach(w -> wrong.add(name + " " + change + ": " + w));
            unmoved(before, after, change.fact()).forEach(w -> wrong.add(name + " " + change + ": " + w));
        });
        return wrong;
    }

    /** Denies each stated control, and leaves it out. */
    private static List<String> removed(String name, SystemModel model) {
        Map<String, Scenario> before = Likelihoods.of(model);
        List<String> wrong = new ArrayList<>();
        for (Part part : parts(model)) {
            for (String fact : part.facts().keySet()) {
                @Nullable Fact known = KNOWLEDGE.facts().get(fact);
                if (known == null || part.facts().get(fact) != known.good()) {
                    continue;
                }
                for (Said said : List.of(known.good() ? Said.NO : Said.YES, Said.NOTHING)) {
                    if (known.good() || said == Said.YES) {
                        var change = FactChange.at(part, fact, said);
                        wrong(before, Likelihoods.of(change.of(model)), fact, false)
                                .forEach(w -> wrong.add(name + " " + change + ": " + w));
                    }
                }
            }
        }
        return wrong;
    }

    /** What moved the wrong way, or without naming the fact. */
    private static List<String> wrong(
            Map<String, Scenario> before, Map<String, Scenario> after, String fact, boolean adds) {
        List<String> wrong = new ArrayList<>();
        Set<String> scenarios = new TreeSet<>(before.keySet());
        scenarios.addAll(after.keySet());
        for (String scenario : scenarios) {
            double was = probability(before, scenario);
            double is = probability(after, scenario);
            if (Math.abs(is - was) > ROUNDING) {
                String moved = "%s moves from %.4f to %.4f".formatted(scenario, was, is);
                if (is > was == adds) {
                    wrong.add(moved);
                } else if (!NamedFacts.of(threat(scenario)).contains(fact) && !STANDINGS.contains(fact)) {
                    wrong.add(moved + " but does not name it");
                }
            }
        }
        return wrong;
    }

    /** Scenarios that name the mitigation and have it nowhere in place on their worst path, and are as likely as before. */
    private List<String> unmoved(Map<String, Scenario> before, Map<String, Scenario> after, String fact) {
        List<String> unmoved = new ArrayList<>();
        before.forEach((id, scenario) -> {
            for (Factor factor : scenario.candidate().threat().mitigations()) {
                if (factor.fact().equals(fact) && places(scenario, factor).noneMatch(p -> inPlace(p, factor))) {
                    if (probability(after, id) < scenario.probability() - ROUNDING) {
                        lowered.add(scenario.candidate().threat().id() + " " + factor.mitigation());
                    } else {
                        unmoved.add("%s stays at %.4f".formatted(id, scenario.probability()));
                    }
                }
            }
        });
        return unmoved;
    }

    private static boolean inPlace(Part part, Factor factor) {
        Reading reading = FACTS.read(part, factor.fact());
        boolean said = reading.basis() != Basis.UNKNOWN && reading.basis() != Basis.IRRELEVANT;
        return said && reading.value() == factor.value();
    }

    private static Stream<Part> places(Scenario scenario, Factor factor) {
        List<Part> steps = scenario.scored().route().steps();
        return switch (factor.at()) {
            case TARGET -> Stream.of(steps.getLast());
            case ENTRY -> Stream.of(steps.getFirst());
            case PATH -> steps.stream();
        };
    }

    private static double probability(Map<String, Scenario> scenarios, String id) {
        @Nullable Scenario scenario = scenarios.get(id);
        return scenario == null ? 0 : scenario.probability();
    }

    private static Threat threat(String scenario) {
        @Nullable Threat threat = KNOWLEDGE.threats().get(scenario.substring(0, scenario.indexOf('@')));
        if (threat == null) {
            throw new IllegalStateException("no threat of " + scenario);
        }
        return threat;
    }

    private static Set<String> pairs() {
        Set<String> pairs = new LinkedHashSet<>();
        KNOWLEDGE
                .threats()
                .values()
                .forEach(t -> t.mitigations().forEach(f -> pairs.add(t.id() + " " + f.mitigation())));
        return pairs;
    }

    private static List<Part> parts(SystemModel model) {
        List<Part> parts = new ArrayList<>(model.elements());
        parts.addAll(model.flows());
        return parts;
    }

    /** The examples of all threats: those that apply, or those that do not. */
    private static Map<String, SystemModel> examples(boolean applies) {
        Map<String, SystemModel> models = new HashMap<>();
        for (String threat : KNOWLEDGE.threats().keySet()) {
            for (Example example : ExampleReader.read(KNOWLEDGE, threat)) {
                if (example.applies() == applies) {
                    models.put("%s %d".formatted(threat, example.number()), example.model());
                }
            }
        }
        return models;
    }

    private static Map<String, SystemModel> systems() {
        Map<String, SystemModel> systems = new TreeMap<>();
        IncidentSystem.files().forEach(s -> systems.put(s.name(), s.model()));
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            folders.filter(folder -> Files.exists(folder.resolve("casemate.yaml")))
                    .forEach(folder -> systems.put(
                            folder.getFileName().toString(), SystemModelReader.read(folder, KNOWLEDGE.vocabulary())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return systems;
    }
}
