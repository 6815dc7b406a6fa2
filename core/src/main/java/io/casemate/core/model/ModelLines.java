package io.casemate.core.model;

import io.casemate.core.yaml.YamlCursor;
import io.casemate.core.yaml.YamlLimits;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.core.yaml.YamlReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where things stand in a casemate.yaml, for those who point into it.
 *
 * @param parts line of each element and flow by its id
 * @param treatments line of each treatment by its scenario, as written
 * @param sections line of each section by its key
 */
public record ModelLines(Map<String, Integer> parts, Map<String, Integer> treatments, Map<String, Integer> sections) {
    /** Where nothing is known, all is in the first line. */
    public static final ModelLines UNKNOWN = new ModelLines(Map.of(), Map.of(), Map.of());

    public ModelLines {
        parts = Map.copyOf(parts);
        treatments = Map.copyOf(treatments);
        sections = Map.copyOf(sections);
    }

    /** Reads the lines of a model that is known to be sound. */
    public static ModelLines read(Path file) {
        return YamlReader.read(file, YamlLimits.DEFAULT, YamlProblems.of(file.toString()))
                .map(ModelLines::of)
                .orElse(UNKNOWN);
    }

    private static ModelLines of(YamlCursor top) {
        var ids = new ModelIds();
        Map<String, Integer> parts = new HashMap<>();
        var elements = ids.claim(ModelIds.Kind.ELEMENT, top.at("elements").items());
        var flows = ids.nameFlows(ids.claimFlows(top.at("flows").items()));
        List.of(elements, flows).forEach(items -> items.forEach(i -> parts.put(i.id(), i.at().line())));
        Map<String, Integer> treatments = new HashMap<>();
        for (YamlCursor treatment : top.at("treatments").items()) {
            treatments.put(treatment.at("scenario").text(""), treatment.line());
        }
        Map<String, Integer> sections = new HashMap<>();
        top.entries().forEach((key, value) -> sections.put(key, value.line()));
        return new ModelLines(parts, treatments, sections);
    }

    /** The line of an element or flow; 1 where it is not known. */
    public int part(String id) {
        return parts.getOrDefault(id, 1);
    }

    /** The line of a section; 1 where there is none. */
    public int section(String key) {
        return sections.getOrDefault(key, 1);
    }
}
