package io.casemate.report.plan;

import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.Return;
import io.casemate.core.plan.Step;
import io.casemate.core.risk.Action;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Figures;
import java.util.List;

/** A plan as a document: what to do in order, what was decided before, and what pays best. */
public final class PlanPage {
    private static final int RETURNS = 15;

    private final Plan plan;
    private final PlanWords words;
    private final Document.Builder page = new Document.Builder();

    private PlanPage(Plan plan) {
        this.plan = plan;
        this.words = new PlanWords(plan);
    }

    public static Document of(Plan plan) {
        var made = new PlanPage(plan);
        for (int i = 0; i < plan.proposals().size(); i++) {
            made.proposal(plan.proposals().get(i), "plan-" + (i + 1));
        }
        made.decided();
        made.returns();
        String name = plan.assessment().topology().model().scope().name();
        return made.page.build("Plan: " + name, "as of " + plan.assessment().asOf());
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
            page.bullets(p.beyond().stream().map(Line.EMPTY::code).toList());
        }
        page.table(
                words.title(p.aim()),
                List.of("Priority", "Mitigation", "Where", "Cost a year", "Risk after", "Return", "Due", "Lowers"),
                p.steps().stream().map(this::row).toList());
    }

    private List<Cell> row(Step s) {
        return List.of(
                Cell.of("P" + s.priority()),
                Cell.of(Line.EMPTY.strong(s.choice().mitigation())),
                Cell.of(Line.EMPTY.code(s.choice().part())),
                Cell.of(words.money((double) s.choice().cost())),
                Cell.of(Figures.amount(s.risk())),
                Cell.of(words.times(s.returned())),
                Cell.of(s.due().toString()),
                new Cell(s.scenarios().stream().map(Line::of).toList()));
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
                List.of("Priority", "Mitigation", "Scenario", "Owner", "Due", "Status"),
                decided.stream().map(PlanPage::row).toList());
    }

    private static List<Cell> row(Action a) {
        Line due = Line.of(a.due());
        return List.of(
                Cell.of("P" + a.priority()),
                Cell.of(Line.EMPTY.strong(a.mitigation())),
                Cell.of(a.scenario()),
                Cell.of(a.owner()),
                Cell.of(a.overdue() ? due.strong(" overdue") : due),
                Cell.of(a.status()));
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
                Cell.of(Line.EMPTY.strong(r.choice().mitigation())),
                Cell.of(Line.EMPTY.code(r.choice().part())),
                Cell.of(words.money((double) r.choice().cost())),
                Cell.of(Figures.amount(r.risk())),
                Cell.of(words.money(r.saved())),
                Cell.of(words.times(r.rate())));
    }
}
