package io.casemate.core.risk;

import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Route;
import io.casemate.core.threat.Threat;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a scenario in one sentence, with the names of the path that was found. */
final class Story {
    private Story() {}

    static String of(Threat threat, Route route, List<Part> path) {
        String names =
                path.stream().filter(Element.class::isInstance).map(Part::name).collect(Collectors.joining(" → "));
        return threat.scenario()
                .replace("{entry}", route.entry().name())
                .replace("{target}", route.target().name())
                .replace("{path}", names);
    }
}
