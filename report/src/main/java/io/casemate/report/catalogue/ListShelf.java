package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.coverage.PublishedCoverage;
import io.casemate.core.knowledge.coverage.PublishedCoverage.Counted;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.knowledge.framework.Framework.CoveredBy;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Words;
import java.util.List;

/** The published lists with what covers each of their entries. */
final class ListShelf {
    private ListShelf() {}

    static Shelf of(Knowledge knowledge) {
        List<PublishedCoverage> coverages = PublishedCoverage.all(knowledge);
        return new Shelf(
                "frameworks",
                "Published lists",
                "Lists of others, by id and name, and what of this catalogue covers each entry.",
                knowledge.frameworks().values().stream()
                        .map(f -> entry(f, coverages))
                        .toList());
    }

    private static Shelf.Entry entry(Framework framework, List<PublishedCoverage> coverages) {
        var page = new Document.Builder();
        page.paragraph("%s, edition %s, %s. %s. Licence: %s."
                .formatted(
                        framework.authority(),
                        framework.version(),
                        framework.status().id(),
                        framework.source(),
                        framework.licence()));
        page.paragraph(framework.note());
        coverages.stream()
                .filter(c -> c.framework().id().equals(framework.id()))
                .forEach(c -> coverage(page, c));
        return new Shelf.Entry(
                "list-" + framework.id(),
                framework.id(),
                framework.title(),
                page.build("", "").blocks());
    }

    private static void coverage(Document.Builder page, PublishedCoverage coverage) {
        page.paragraph(Line.EMPTY
                .strong("By %s: ".formatted(coverage.by().id()))
                .plain("%d of %d covered, %d out of scope, %d missing"
                        .formatted(
                                coverage.covered().size(),
                                coverage.entries().size(),
                                coverage.outOfScope().size(),
                                coverage.missing().size())));
        page.table(
                "%s by %s".formatted(coverage.framework().title(), coverage.by().id()),
                List.of("Id", "Name", "Covered by"),
                coverage.entries().stream().map(c -> row(c, coverage.by())).toList());
    }

    private static List<Cell> row(Counted counted, CoveredBy by) {
        return List.of(
                Cell.of(Line.EMPTY.code(counted.entry().id())),
                Cell.of(counted.entry().name()),
                Cell.of(covering(counted, by)));
    }

    private static Line covering(Counted counted, CoveredBy by) {
        if (counted.outOfScope()) {
            return Line.EMPTY.muted("out of scope: " + counted.entry().outOfScope());
        }
        if (counted.missing()) {
            return Line.EMPTY.strong("missing");
        }
        Line line = Line.EMPTY;
        for (String id : counted.coveredBy()) {
            line = line.plain(line.spans().isEmpty() ? "" : ", ");
            line = switch (by) {
                case THREATS -> line.link(Words.plain(id), "#threat-" + id);
                case MITIGATIONS -> line.link(Words.plain(id), "#mitigation-" + id);
                case COMPLIANCE -> line.code(id);
            };
        }
        return line;
    }
}
