package io.casemate.cli.plan;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.Return;
import io.casemate.core.plan.Step;
import io.casemate.core.risk.Action;
import io.casemate.report.plan.PlanWords;
import io.casemate.report.wording.Figures;
import java.util.List;

/** What a terminal shows of a plan. */
record PlanText(Plan plan, PlanWords words, Style style, int columns, int top) {

    static String of(Plan plan, Style style, int columns, int top) {
        return new PlanText(plan, new PlanWords(plan), style, columns, top).text();
    }

    private String text() {
        var text = new StringBuilder();
        String name = plan.assessment().topology().model().scope().name();
        text.append("%s  %s%n"
                .formatted(
                        style.bold(name),
                        style.faint("as of " + plan.assessment().asOf())));
        plan.proposals().forEach(p -> proposal(p, text));
        decided(text);
        returns(text);
        return text.toString();
    }

    private void proposal(Proposal p, StringBuilder text) {
        text.append('\n').append(style.bold(words.title(p.aim()))).append('\n');
        if (p.steps().isEmpty()) {
            text.append("nothing needs to be done\n");
        }
        var table = new Table(columns, "  ");
        if (!p.steps().isEmpty() && top > 0) {
            table.row(
                    "",
                    style.faint("cost a year"),
                    style.faint("risk left"),
                    style.faint("return"),
                    style.faint("due"),
                    style.faint("mitigation"));
        }
        p.steps().stream().limit(top).forEach(s -> row(s, table));
        text.append(table.text());
        if (p.steps().size() > top) {
            text.append("  and %d more; --top, md or json show them%n"
                    .formatted(p.steps().size() - top));
        }
        String sum = p.steps().isEmpty()
                ? ""
                : "%s, %s a year. "
                        .formatted(Figures.count(p.steps().size(), "mitigation"), words.money((double) p.cost()));
        text.append(Lines.wrap(sum + words.effect(p) + ".", columns, "")).append('\n');
        text.append(Lines.wrap(words.proof(p), columns, "")).append('\n');
        if (!p.beyond().isEmpty()) {
            text.append(Lines.wrap(
                            "No mitigation brings these there; accept, transfer or avoid them: "
                                    + String.join(", ", p.beyond()),
                            columns,
                            ""))
                    .append('\n');
        }
    }

    private void row(Step s, Table table) {
        table.row(
                "P" + s.priority(),
                words.money((double) s.choice().cost()),
                Figures.amount(s.risk()),
                words.times(s.returned()),
                s.due().toString(),
                "%s@%s"
                        .formatted(
                                style.bold(s.choice().mitigation()), s.choice().part()));
    }

    private void decided(StringBuilder text) {
        List<Action> decided = plan.assessment().actions().stream()
                .filter(a -> !a.status().equals("proposed") && !a.status().equals("done"))
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold("Decided before")).append('\n');
        var table = new Table(columns, "  ");
        decided.stream()
                .limit(top)
                .forEach(a -> table.row(
                        "P" + a.priority(),
                        a.due().isEmpty() ? "no date" : a.due(),
                        a.overdue() ? style.red("overdue") : a.status(),
                        a.owner(),
                        "%s for %s".formatted(a.mitigation(), a.scenario())));
        text.append(table.text());
    }

    private void returns(StringBuilder text) {
        List<Return> best = plan.returns().stream()
                .filter(r -> r.saved() > 0)
                .limit(Math.min(5, top))
                .toList();
        if (best.isEmpty()) {
            return;
        }
        text.append('\n').append(style.bold("Best return alone")).append('\n');
        var table = new Table(columns, "  ");
        best.forEach(r -> table.row(
                words.times(r.rate()),
                "saves " + words.about(r.saved()),
                "for " + words.money((double) r.choice().cost()),
                "%s@%s".formatted(r.choice().mitigation(), r.choice().part())));
        text.append(table.text());
    }
}
