package io.casemate.core.risk;

import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Threat;
import java.util.List;

/** Tells a scenario in one sentence, with the names of the path that was found. */
final class Story {
    private Story() {}

    static String of(Threat threat, List<Part> path) {
        List<String> names =
                path.stream().filter(Element.class::isInstance).map(Part::name).toList();
        String story = names.size() > 1 ? threat.scenario() : threat.scenario().replace(" over {path}", "");
        return story.replace("{entry}", path.getFirst().name())
                .replace("{target}", path.getLast().name())
                .replace("{path}", String.join(" → ", names));
    }
}
