package io.casemate.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.example.Example;
import io.casemate.core.knowledge.example.ExampleReader;
import io.casemate.core.knowledge.fact.FactBook;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Evaluator;
import io.casemate.core.threat.Identification;
import io.casemate.core.threat.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Near-duplicates are merged: over every model at hand, no two threats strike exactly the same places. */
class DistinctThreatsTest {
    private static final Path ROOT = Path.of(System.getProperty("casemate.root", ".."));
    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @Test
    void no_two_threats_fire_identically() throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        for (String id : KNOWLEDGE.threats().keySet()) {
            for (Example example : ExampleReader.read(KNOWLEDGE, id)) {
                String name = "%s %s %d".formatted(id, example.applies(), example.number());
                collect(name, example.model(), places);
            }
        }
        for (Path model : models()) {
            collect(model.toString(), SystemModelReader.read(model, KNOWLEDGE.vocabulary()), places);
        }
        IncidentSystem.files().forEach(s -> collect(s.name(), s.model(), places));
        Map<Set<String>, List<String>> same = new HashMap<>();
        places.forEach(
                (threat, at) -> same.computeIfAbsent(at, a -> new ArrayList<>()).add(threat));
        assertThat(places.keySet()).containsAll(KNOWLEDGE.threats().keySet());
        assertThat(same.values()).allSatisfy(threats -> assertThat(threats).hasSize(1));
    }

    private static void collect(String name, SystemModel model, Map<String, Set<String>> places) {
        var evaluator = new Evaluator(Topology.of(model), new FactBook(KNOWLEDGE.facts()));
        List<Adversary> stated = model.adversaries();
        Reach reach = Reach.of(
                evaluator,
                stated.isEmpty() ? Reach.presumed(KNOWLEDGE.standings().values()) : stated,
                KNOWLEDGE.standings(),
                KNOWLEDGE.weights().frequency());
        Identification.of(
                        evaluator,
                        reach,
                        KNOWLEDGE.weights(),
                        KNOWLEDGE.threats().values())
                .scenarios()
                .forEach(s -> places.computeIfAbsent(s.threat().id(), t -> new TreeSet<>())
                        .add(name + " " + s.target().id()));
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            return files.filter(f -> f.endsWith("casemate.yaml")).sorted().toList();
        }
    }
}
