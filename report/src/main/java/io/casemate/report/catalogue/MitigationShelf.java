package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Threat;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import java.util.ArrayList;
import java.util.List;

/** The mitigations with the threats they lower. */
final class MitigationShelf {
    private MitigationShelf() {}

    static Shelf of(Knowledge knowledge) {
        var references = new References(knowledge.frameworks());
        return new Shelf(
                "mitigations",
                "Mitigations",
                "What lowers a risk: a fact put into its better value, and how to show that it works.",
                knowledge.mitigations().values().stream()
                        .map(m -> entry(m, knowledge, references))
                        .toList());
    }

    private static Shelf.Entry entry(Mitigation mitigation, Knowledge knowledge, References references) {
        var page = new Document.Builder();
        page.paragraph(mitigation.description());
        page.bullets(List.of(
                Line.EMPTY
                        .strong("Sets: ")
                        .link(mitigation.fact(), "#fact-" + mitigation.fact())
                        .plain(": " + (mitigation.value() ? "yes" : "no")),
                Line.EMPTY.strong("Verify: ").plain(mitigation.verify()),
                Line.EMPTY.strong("Cost: ").plain(mitigation.cost().id())));
        List<Line> against = new ArrayList<>();
        for (Threat threat : knowledge.threats().values()) {
            for (Factor factor : threat.mitigations()) {
                if (factor.mitigation().equals(mitigation.id())) {
                    against.add(Line.EMPTY
                            .link(threat.title(), "#threat-" + threat.id())
                            .muted(" (%s)".formatted(factor.strength().id())));
                }
            }
        }
        if (!against.isEmpty()) {
            page.paragraph(Line.EMPTY.strong("Against"));
            page.bullets(against);
        }
        List<Line> published = references.lines(mitigation.references());
        if (!published.isEmpty()) {
            page.paragraph(Line.EMPTY.strong("Published as"));
            page.bullets(published);
        }
        return new Shelf.Entry(
                "mitigation-" + mitigation.id(),
                mitigation.id(),
                mitigation.title(),
                page.build("", "").blocks());
    }
}
