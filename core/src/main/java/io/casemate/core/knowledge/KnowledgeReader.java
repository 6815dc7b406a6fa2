package io.casemate.core.knowledge;

import io.casemate.core.knowledge.fact.FactReader;
import io.casemate.core.knowledge.fact.KindGroups;
import io.casemate.core.knowledge.files.KnowledgeFiles;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.model.AdversaryProfile;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Standing;
import io.casemate.core.threat.Threat;
import io.casemate.core.threat.Weights;
import io.casemate.core.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a knowledge base in one pass, each file after those it refers to, and collects all problems. */
final class KnowledgeReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final KnowledgeFiles files;
    private final Map<String, Framework> frameworks;
    private final List<Problem> problems = new ArrayList<>();

    /** @param frameworks what references may point into; empty where they are taken as they are */
    KnowledgeReader(KnowledgeFiles files, Map<String, Framework> frameworks) {
        this.files = files;
        this.frameworks = frameworks;
    }

    Knowledge read() {
        KindGroups kinds = one("kinds.yaml", KindGroups::read).orElse(KindGroups.NONE);
        Map<String, Fact> facts = one("facts.yaml", new FactReader(kinds)::read).orElse(Map.of());
        Map<String, Condition> named = one("conditions.yaml", top -> ConditionReader.named(top, kinds, facts))
                .orElse(Map.of());
        Optional<Weights> weights = one("weights.yaml", WeightsReader::read);
        var conditions = new ConditionReader(kinds, facts, named);
        var catalogue = new CatalogueReader(conditions, frameworks);
        Map<String, Mitigation> mitigations = each("mitigations", catalogue::mitigation);
        Map<AdversaryProfile, Standing> standings = standings(each("adversaries", catalogue::standing));
        var reader = new ThreatReader(conditions, mitigations, frameworks);
        Map<String, Threat> threats = each("threats", reader::read);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new Knowledge(threats, mitigations, facts, standings, named, kinds, weights.orElseThrow(), files);
    }

    private <T> Optional<T> one(String name, Function<YamlCursor, T> reader) {
        return files.one(name, problems, reader);
    }

    private <T> Map<String, T> each(String folder, BiFunction<String, YamlCursor, Optional<T>> reader) {
        return files.each(folder, problems, (id, top) -> named(id, top, reader));
    }

    private static <T> Optional<T> named(
            String id, YamlCursor top, BiFunction<String, YamlCursor, Optional<T>> reader) {
        if (!ID.matcher(id).matches()) {
            top.report("has a file name that is no id", "use small letters, digits and single hyphens");
        }
        return reader.apply(id, top);
    }

    private Map<AdversaryProfile, Standing> standings(Map<String, Standing> read) {
        Map<AdversaryProfile, Standing> standings = new EnumMap<>(AdversaryProfile.class);
        read.values().forEach(standing -> standings.put(standing.profile(), standing));
        for (AdversaryProfile profile : AdversaryProfile.values()) {
            String name = "adversaries/%s.yaml".formatted(profile.id());
            if (files.read(name).isEmpty()) {
                problems.add(new Problem(files.label(name), "does not exist", "write it: every profile needs one"));
            }
        }
        return standings;
    }
}
