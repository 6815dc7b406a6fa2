package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Threat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Adding or removing one control anywhere moves only what names it, and never the wrong way. */
class ControlsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Path EXAMPLES = Path.of(System.getProperty("casemate.root", ".."), "examples");
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();
    private static final long SEED = 20261121;
    private static final int CHANGES = 40;
    private static final double ROUNDING = 1e-12;

    @Test
    void a_control_moves_only_what_it_answers_and_never_the_wrong_way() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, SystemModel> system : systems().entrySet()) {
            Map<String, Double> before = probabilities(system.getValue());
            for (Change change : some(system.getValue(), random)) {
                Map<String, Double> after = probabilities(change.to(system.getValue()));
                wrong(before, after, change).forEach(w -> wrong.add(system.getKey() + " " + change + ": " + w));
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** What is said of a control afterwards. */
    private enum Said {
        YES,
        NO,
        NOTHING
    }

    /** One control of one part, stated where it was not, or denied or left out where it was. */
    private record Change(String part, String fact, Said said) {
        boolean adds() {
            return said == Said.YES;
        }

        SystemModel to(SystemModel model) {
            return new SystemModel(
                    model.scope(),
                    model.assets(),
                    model.adversaries(),
                    model.zones(),
                    model.elements().stream().map(this::to).toList(),
                    model.flows().stream().map(this::to).toList(),
                    model.treatments(),
                    model.reviews());
        }

        private Element to(Element e) {
            return new Element(
                    e.id(),
                    e.name(),
                    e.description(),
                    e.kind(),
                    e.zone(),
                    e.holds(),
                    facts(e),
                    e.artifacts(),
                    e.formerly());
        }

        private Flow to(Flow f) {
            return new Flow(f.id(), f.name(), f.from(), f.to(), f.carries(), facts(f), f.formerly());
        }

        private Map<String, Boolean> facts(Part of) {
            Map<String, Boolean> facts = new HashMap<>(of.facts());
            if (of.id().equals(part)) {
                switch (said) {
                    case YES -> facts.put(fact, true);
                    case NO -> facts.put(fact, false);
                    case NOTHING -> facts.remove(fact);
                }
            }
            return facts;
        }
    }

    /** Every stated control of the system, and some that are not stated. */
    private static List<Change> some(SystemModel model, RandomGenerator random) {
        List<String> controls = KNOWLEDGE.facts().values().stream()
                .filter(Fact::good)
                .map(Fact::id)
                .toList();
        List<Part> parts = new ArrayList<>(model.elements());
        parts.addAll(model.flows());
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            Part part = parts.get(random.nextInt(parts.size()));
            String fact = controls.get(random.nextInt(controls.size()));
            changes.add(new Change(part.id(), fact, stated(part, fact) ? Said.NO : Said.YES));
        }
        for (Part part : parts) {
            controls.stream()
                    .filter(fact -> stated(part, fact))
                    .forEach(fact ->
                            changes.add(new Change(part.id(), fact, random.nextBoolean() ? Said.NO : Said.NOTHING)));
        }
        return changes;
    }

    private static boolean stated(Part part, String fact) {
        return part.facts().getOrDefault(fact, false);
    }

    private static List<String> wrong(Map<String, Double> before, Map<String, Double> after, Change change) {
        List<String> wrong = new ArrayList<>();
        Set<String> scenarios = new TreeSet<>(before.keySet());
        scenarios.addAll(after.keySet());
        for (String scenario : scenarios) {
            double was = before.getOrDefault(scenario, 0.0);
            double is = after.getOrDefault(scenario, 0.0);
            if (Math.abs(is - was) > ROUNDING) {
                String moved = "%s moves from %.4f to %.4f".formatted(scenario, was, is);
                if (is > was == change.adds()) {
                    wrong.add(moved);
                } else if (!names(scenario, change.fact())) {
                    wrong.add(moved + " but does not name it");
                }
            }
        }
        return wrong;
    }

    private static boolean names(String scenario, String fact) {
        @Nullable Threat threat = KNOWLEDGE.threats().get(scenario.substring(0, scenario.indexOf('@')));
        return threat != null && NamedFacts.of(threat).contains(fact);
    }

    private static Map<String, Double> probabilities(SystemModel model) {
        Map<String, Double> probabilities = new HashMap<>();
        Assessment.of(KNOWLEDGE, model, EvidenceBook.EMPTY, Map.of(), NOW)
                .risks()
                .forEach(r -> probabilities.put(r.id(), r.current().probability()));
        return probabilities;
    }

    private static Map<String, SystemModel> systems() {
        Map<String, SystemModel> systems = new HashMap<>();
        Stream.concat(IncidentSystem.all().stream(), IncidentSystem.calm().stream())
                .forEach(s -> systems.put(s.name(), s.model()));
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            folders.filter(folder -> Files.exists(folder.resolve("casemate.yaml")))
                    .forEach(folder -> systems.put(
                            folder.getFileName().toString(), SystemModelReader.read(folder, KNOWLEDGE.vocabulary())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeMap<>(systems);
    }
}
