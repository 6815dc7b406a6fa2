package io.casemate.report.plan;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.Return;
import io.casemate.core.plan.Step;
import io.casemate.core.risk.Action;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.List;

/** A plan as a document: what to do in order, what was decided before, and what pays best. */
public final class PlanPage {
    private static final int RETURNS = 15;

    private final Plan plan;
    private final Glossary glossary;
    private final PlanWords words;
    private final Document.Builder page = new Document.Builder();

    private PlanPage(Plan plan, Glossary glossary) {
        this.plan = plan;
        this.glossary = glossary;
        this.words = new PlanWords(plan);
    }

    public static Document of(Plan plan, Knowledge knowledge) {
        var made = new PlanPage(plan, Glossary.of(knowledge, plan.assessment().topology()));
        for (int i = 0; i < plan.proposals().size(); i++) {
            made.proposal(plan.proposals().get(i), "plan-" + (i + 1));
        }
        made.decided();
        made.returns();
        String name = plan.assessment().topology().model().scope().name();
        return made.page.build(name, "Plan", plan.assessment().asOf());
    }

    private void proposal(Proposal p, String id) {
        page.section(id, words.title(p.aim()));
        page.paragraph(words.effect(p) + ".");
        page.paragraph(
                p.steps().isEmpty()
                        ? "Nothing needs to be done."
                        : "%s, %s a year. %s"
                                .formatted(
                                        Figures.count(p.steps().size(), "mitigation"),
                                        words.money((double) p.cost()),
                                        words.proof(p)));
        if (!p.beyond().isEmpty()) {
            page.paragraph("No mitigation brings these there; accept, transfer or avoid them:");
            page.bullets(p.beyond().stream().map(this::scenario).map(Line::of).toList());
        }
        page.table(
                words.title(p.aim()),
                List.of("Do", "Mitigation", "Where", "Cost a year", "Risk after", "Return", "Due", "Lowers"),
                p.steps().stream().map(this::row).toList());
    }

    private List<Cell> row(Step s) {
        return List.of(
                Cell.of("P" + s.priority()),
                mitigation(s.choice().mitigation()),
                part(s.choice().part()),
                Cell.of(words.money((double) s.choice().cost())),
                Cell.of(Figures.amount(s.risk())),
                Cell.of(words.times(s.returned())),
                Cell.of(s.due().toString()),
                new Cell(
                        s.scenarios().stream().map(this::scenario).map(Line::of).toList()));
    }

    private void decided() {
        List<Action> decided = plan.assessment().actions().stream()
                .filter(a -> !a.status().equals("proposed"))
                .toList();
        if (!decided.isEmpty()) {
            page.section("decided", "Decided before");
        }
        page.table(
                "Decided before",
                List.of("Do", "Mitigation", "Against", "Owner", "Due", "Status"),
                decided.stream().map(this::row).toList());
    }

    private List<Cell> row(Action a) {
        Line due = Line.of(a.due());
        return List.of(
                Cell.of("P" + a.priority()),
                mitigation(a.mitigation()),
                Cell.of(scenario(a.scenario())),
                Cell.of(a.owner()),
                Cell.of(a.overdue() ? due.strong(" overdue") : due),
                Cell.of(Words.plain(a.status())));
    }

    /** Its title, and the id that the command line takes. */
    private Cell mitigation(String id) {
        return new Cell(List.of(Line.EMPTY.strong(glossary.mitigation(id)), Line.EMPTY.code(id)));
    }

    private Cell part(String id) {
        return new Cell(List.of(Line.of(glossary.target(id)), Line.EMPTY.code(id)));
    }

    private String scenario(String id) {
        int at = id.indexOf('@');
        return glossary.scenario(id.substring(0, at), id.substring(at + 1));
    }

    private void returns() {
        if (plan.returns().isEmpty()) {
            return;
        }
        page.section("returns", "What pays best alone");
        page.paragraph(
                "Each mitigation by itself, all else as it is today. The return is the expected loss it saves in a"
                        + " year for each unit of its cost.");
        page.table(
                "What pays best alone",
                List.of("Mitigation", "Where", "Cost a year", "Lowers risk by", "Saves a year", "Return"),
                plan.returns().stream().limit(RETURNS).map(this::row).toList());
        int more = plan.returns().size() - RETURNS;
        if (more > 0) {
            page.paragraph("%d more are in the JSON form.".formatted(more));
        }
    }

    private List<Cell> row(Return r) {
        return List.of(
                mitigation(r.choice().mitigation()),
                part(r.choice().part()),
                Cell.of(words.money((double) r.choice().cost())),
                Cell.of(Figures.amount(r.risk())),
                Cell.of(words.about(r.saved())),
                Cell.of(words.times(r.rate())));
    }
}
