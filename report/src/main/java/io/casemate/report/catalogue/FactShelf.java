package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Fact;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The facts with their questions, and what an unknown is taken to be. */
final class FactShelf {
    private FactShelf() {}

    static Shelf of(Knowledge knowledge) {
        return new Shelf(
                "facts",
                "Facts",
                "What may be stated of elements and flows: yes, no, or unknown, and what an unknown presumes.",
                knowledge.facts().values().stream()
                        .map(f -> entry(f, knowledge))
                        .toList());
    }

    private static Shelf.Entry entry(Fact fact, Knowledge knowledge) {
        var page = new Document.Builder();
        page.paragraph(fact.question());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY.strong("Yes: ").plain(fact.good() ? "lowers risk" : "raises risk"));
        lines.add(Line.EMPTY.strong("For: ").plain(names(fact.kinds()) + (fact.flows() ? ", flows" : "")));
        for (Fact.Presumption presumed : fact.presumptions()) {
            lines.add(Line.EMPTY
                    .strong("Unknown: ")
                    .plain("presumed %s%s%s: %s"
                            .formatted(
                                    presumed.value() ? "yes" : "no",
                                    presumed.kinds().isEmpty() ? "" : " for " + names(presumed.kinds()),
                                    presumed.where().isEmpty() ? "" : " where " + presumed.where(),
                                    presumed.because())));
        }
        knowledge.mitigations().values().stream()
                .filter(m -> m.fact().equals(fact.id()))
                .forEach(m -> lines.add(Line.EMPTY.strong("Set by: ").link(m.title(), "#mitigation-" + m.id())));
        page.bullets(lines);
        return new Shelf.Entry(
                "fact-" + fact.id(),
                fact.id(),
                Words.capital(fact.means()),
                page.build("", "").blocks());
    }

    private static String names(Collection<? extends Named> words) {
        return words.stream().map(Named::id).sorted().map(Words::plain).collect(Collectors.joining(", "));
    }
}
