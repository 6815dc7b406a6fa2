package io.casemate.report.catalogue;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.threat.Factor;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Stage;
import io.casemate.core.threat.Threat;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.ConditionWords;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The threats, a shelf for each stage of a model's life. */
final class ThreatShelves {
    private final Knowledge knowledge;
    private final References references;

    private ThreatShelves(Knowledge knowledge) {
        this.knowledge = knowledge;
        references = new References(knowledge.frameworks());
    }

    static List<Shelf> of(Knowledge knowledge) {
        var shelves = new ThreatShelves(knowledge);
        return Arrays.stream(Stage.values()).map(shelves::shelf).toList();
    }

    private Shelf shelf(Stage stage) {
        return new Shelf(
                "threats-" + stage.id(),
                "Threats: " + Words.plain(stage.id()),
                "Threats that strike at the stage %s, each with the condition under which it applies."
                        .formatted(Words.plain(stage.id())),
                knowledge.threats().values().stream()
                        .filter(t -> t.stage() == stage)
                        .map(this::entry)
                        .toList());
    }

    private Shelf.Entry entry(Threat threat) {
        var page = new Document.Builder();
        page.paragraph(threat.description());
        List<Line> facts = new ArrayList<>();
        facts.add(Line.EMPTY.strong("When: ").plain("the target " + ConditionWords.of(threat.when())));
        if (!threat.atTarget()) {
            facts.add(Line.EMPTY.strong("Path: ").plain(ConditionWords.of(threat.path())));
        }
        facts.add(Line.EMPTY.strong("STRIDE: ").plain(names(threat.stride())));
        facts.add(Line.EMPTY
                .strong("By: ")
                .plain(threat.by().isEmpty() ? "anybody" : names(threat.by()))
                .plain(", skill " + threat.skill().id()));
        facts.add(Line.EMPTY
                .strong("Prior: ")
                .plain("%s of attempts succeed with no control in place".formatted(threat.prior())));
        facts.add(Line.EMPTY.strong("Impact: ").plain(impact(threat)));
        facts.add(Line.EMPTY.strong("Maturity: ").plain(threat.maturity().id()));
        if (!threat.verification().isEmpty()) {
            facts.add(Line.EMPTY.strong("Tested by: ").plain(String.join(", ", threat.verification())));
        }
        if (!threat.falsePositives().isEmpty()) {
            facts.add(Line.EMPTY.strong("Ignore a hit: ").plain(threat.falsePositives()));
        }
        page.bullets(facts);
        section(
                page,
                "Mitigations",
                threat.mitigations().stream().map(this::mitigation).toList());
        section(
                page,
                "Worse where",
                threat.aggravations().stream().map(ThreatShelves::aggravation).toList());
        section(page, "Published as", references.lines(threat.references()));
        return new Shelf.Entry(
                "threat-" + threat.id(),
                threat.id(),
                threat.title(),
                page.build("", "").blocks());
    }

    private static void section(Document.Builder page, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            page.paragraph(Line.EMPTY.strong(title));
            page.bullets(lines);
        }
    }

    private Line mitigation(Factor factor) {
        Mitigation mitigation = knowledge.mitigations().get(factor.mitigation());
        String title = mitigation == null ? factor.mitigation() : mitigation.title();
        return Line.EMPTY
                .link(title, "#mitigation-" + factor.mitigation())
                .muted(" (%s, at the %s)"
                        .formatted(factor.strength().id(), factor.at().id()));
    }

    private static Line aggravation(Factor factor) {
        return Line.EMPTY
                .link(Words.plain(factor.fact()), "#fact-" + factor.fact())
                .muted(" (%s, at the %s)"
                        .formatted(factor.strength().id(), factor.at().id()));
    }

    private static String impact(Threat threat) {
        String assets = threat.harms().isEmpty() ? "what it handles" : names(threat.harms());
        return "the sensitivity of %s, or %d".formatted(assets, threat.impact());
    }

    private static String names(Collection<? extends Named> words) {
        return words.stream().map(Named::id).sorted().map(Words::plain).collect(Collectors.joining(", "));
    }
}
