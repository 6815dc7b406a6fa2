package io.casemate.core.risk;

import io.casemate.core.evidence.EvidenceBook;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.SystemModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system as it stood before something happened there.
 *
 * @param happened of each set of scenarios at least one happened
 * @param silent threats that cannot apply
 */
record IncidentSystem(String name, SystemModel model, List<Set<String>> happened, Set<String> silent) {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Map<String, Assessment> ASSESSED = new ConcurrentHashMap<>();

    /** Against the catalogue; computed once, for several tests ask. */
    Assessment assess() {
        return ASSESSED.computeIfAbsent(
                name, n -> Assessment.of(Knowledge.builtIn(), model, EvidenceBook.EMPTY, Map.of(), NOW));
    }

    /** Those of expected.tsv. */
    static List<IncidentSystem> all() {
        Map<String, List<String>> families = families();
        return rows("expected.tsv").map(cells -> of(cells, families)).toList();
    }

    /** Careful systems, in which nothing is expected. */
    static List<IncidentSystem> calm() {
        return files().stream().filter(s -> s.name().startsWith("calm-")).toList();
    }

    /** Every model of the folder, of which nothing is expected here. */
    static List<IncidentSystem> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(p -> p.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .map(name -> of(name.substring(0, name.length() - ".yaml".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Threats by the family that expected.tsv names. */
    static Map<String, List<String>> families() {
        return rows("families.tsv")
                .collect(Collectors.toMap(r -> r.get(0), r -> List.of(r.get(1).split(" "))));
    }

    private static IncidentSystem of(List<String> cells, Map<String, List<String>> families) {
        Set<String> silent = new HashSet<>();
        for (String family : cells.get(2).split(" ")) {
            silent.addAll(threats(family, families));
        }
        List<Set<String>> happened = Stream.of(cells.get(1).split("; "))
                .map(h -> scenarios(h, families))
                .toList();
        return new IncidentSystem(cells.get(0), read(folder().resolve(cells.get(0) + ".yaml")), happened, silent);
    }

    /** {@code family@element,element} as the scenarios that it stands for. */
    private static Set<String> scenarios(String happened, Map<String, List<String>> families) {
        String[] sides = happened.split("@", 2);
        Set<String> scenarios = new HashSet<>();
        for (String threat : threats(sides[0], families)) {
            for (String element : sides[1].split(",")) {
                scenarios.add(threat + "@" + element);
            }
        }
        return scenarios;
    }

    private static List<String> threats(String family, Map<String, List<String>> families) {
        List<String> threats = families.get(family);
        if (threats == null) {
            throw new IllegalArgumentException("families.tsv does not know '%s'".formatted(family));
        }
        return threats;
    }

    private static SystemModel read(Path file) {
        return SystemModelReader.read(file, Knowledge.builtIn().vocabulary());
    }

    /** A model by its name, of which nothing is expected here. */
    static IncidentSystem of(String name) {
        return new IncidentSystem(name, read(folder().resolve(name + ".yaml")), List.of(), Set.of());
    }

    /** Rows without comments and the head. */
    static Stream<List<String>> rows(String name) {
        try {
            return Files.readAllLines(folder().resolve(name)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split("\t")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        @Nullable URL url = IncidentSystem.class.getResource("/systems");
        if (url == null) {
            throw new IllegalStateException("no folder 'systems' among the test resources");
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
