package io.casemate.report.catalogue;

import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.threat.Reference;
import io.casemate.report.document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Published ids with their names, authority and status. */
record References(Map<String, Framework> frameworks) {
    List<Line> lines(List<Reference> references) {
        List<Line> lines = new ArrayList<>();
        for (Reference reference : references) {
            Framework framework = frameworks.get(reference.framework());
            if (framework != null) {
                lines.add(Line.of("%s %s %s"
                                .formatted(
                                        framework.prefix(),
                                        reference.id(),
                                        framework.name(reference.id()).orElse("")))
                        .muted(" (%s, %s)"
                                .formatted(
                                        framework.authority(),
                                        framework.status().id())));
            }
        }
        return lines;
    }
}
