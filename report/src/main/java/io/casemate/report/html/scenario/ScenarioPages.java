package io.casemate.report.html.scenario;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.report.diagram.Drawing;
import io.casemate.report.diagram.PathPicture;
import io.casemate.report.html.scenario.ScenarioPage.Fact;
import io.casemate.report.html.scenario.ScenarioPage.Hop;
import io.casemate.report.html.scenario.ScenarioPage.Measure;
import io.casemate.report.html.scenario.ScenarioPage.Observation;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Reasons;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the pages of the shown scenarios. */
public final class ScenarioPages {
    private final Glossary glossary;
    private final List<Drawing> drawings;
    private final Reasons reasons;
    private final Map<String, List<Question>> asked = new HashMap<>();

    public ScenarioPages(Glossary glossary, List<Drawing> drawings, Assessment assessment) {
        this.glossary = glossary;
        this.drawings = drawings;
        this.reasons = new Reasons(glossary);
        for (Question question : assessment.questions()) {
            question.scenarios()
                    .forEach(s ->
                            asked.computeIfAbsent(s, id -> new ArrayList<>()).add(question));
        }
    }

    public ScenarioPage page(List<Risk> shown, int index, boolean full) {
        Risk risk = shown.get(index);
        List<Hop> hops = risk.path().stream().map(this::hop).toList();
        return new ScenarioPage(
                risk,
                glossary.target(risk.part().id()),
                full,
                reasons.why(risk),
                hops,
                hops.stream().mapToInt(h -> h.crossed().size()).sum(),
                full && drawings.size() == 1 ? PathPicture.of(drawings.getFirst(), risk.path()) : "",
                TermBar.of(risk.terms(), glossary),
                TermBar.zero(risk.terms()),
                risk.adversaries().stream().map(glossary::name).toList(),
                reasons.stake(risk),
                presumed(risk),
                risk.mitigations().stream()
                        .map(m -> new Measure(
                                m,
                                glossary.mitigation(m.mitigation()),
                                risk.treatment().mitigations().contains(m.mitigation())))
                        .toList(),
                risk.evidence().stream().map(Observation::of).toList(),
                risk.threat().references().stream().map(glossary::cite).toList(),
                asked.getOrDefault(risk.id(), List.of()).stream()
                        .map(Question::text)
                        .toList(),
                index == 0 ? "" : shown.get(index - 1).id(),
                index == shown.size() - 1 ? "" : shown.get(index + 1).id());
    }

    private List<Fact> presumed(Risk risk) {
        return risk.presumed().stream()
                .map(p -> new Fact(glossary.name(p.part()), Words.plain(p.fact()), p.value(), p.because()))
                .toList();
    }

    private Hop hop(String id) {
        Element element = glossary.topology().elements().get(id);
        if (element != null) {
            return new Hop(
                    true, id, glossary.name(id), Words.plain(element.kind().id()), List.of());
        }
        Flow flow = glossary.topology().flows().get(id);
        List<String> crossed = flow == null
                ? List.of()
                : glossary.topology().crossed(flow).stream().map(glossary::name).toList();
        return new Hop(false, id, flow == null || flow.name().equals(id) ? "" : glossary.name(id), "", crossed);
    }
}
