package io.casemate.report.plan;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.plan.Aim;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.core.plan.Return;
import io.casemate.core.plan.Step;
import io.casemate.core.plan.outcome.Choice;
import io.casemate.core.risk.Action;
import io.casemate.report.json.JsonExporter;
import io.casemate.report.wording.Figures;
import java.util.Locale;

/** A plan as JSON; its schema is {@code knowledge/schema/plan.schema.json}. */
public final class PlanJson {
    private PlanJson() {}

    public static JsonObject of(Plan plan) {
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", plan.assessment().asOf().toString())
                .put("system", plan.assessment().topology().model().scope().name())
                .put("currency", plan.currency())
                .put("proposals", Json.array(plan.proposals(), PlanJson::proposal))
                .put("actions", Json.array(plan.assessment().actions(), PlanJson::action))
                .put("returns", Json.array(plan.returns(), PlanJson::returned));
    }

    private static JsonObject proposal(Proposal p) {
        return Json.object()
                .put("aim", aim(p.aim()))
                .put("cost", p.cost())
                .put("value", Figures.six(p.value()))
                .put("bound", Figures.six(p.bound()))
                .put("gap", Figures.six(p.gap()))
                .put("optimal", p.optimal())
                .put("risk", change(p.riskBefore(), p.riskAfter()))
                .put("loss", change(p.lossBefore(), p.lossAfter()))
                .put("beyond", Json.texts(p.beyond()))
                .put("steps", Json.array(p.steps(), PlanJson::step));
    }

    private static JsonObject aim(Aim aim) {
        return switch (aim) {
            case Aim.Budget(long amount) -> Json.object().put("budget", amount);
            case Aim.Appetite(var band) ->
                Json.object().put("appetite", band.name().toLowerCase(Locale.ROOT));
        };
    }

    private static JsonObject change(double before, double after) {
        return Json.object().put("before", Figures.six(before)).put("after", Figures.six(after));
    }

    private static JsonObject step(Step s) {
        return choice(s.choice())
                .put("priority", s.priority())
                .put("due", s.due().toString())
                .put("risk", Figures.six(s.risk()))
                .put("loss", Figures.six(s.loss()))
                .put("saved", Figures.six(s.saved()))
                .put("return", Figures.six(s.returned()))
                .put("scenarios", Json.texts(s.scenarios()));
    }

    private static JsonObject returned(Return r) {
        return choice(r.choice())
                .put("risk", Figures.six(r.risk()))
                .put("saved", Figures.six(r.saved()))
                .put("return", Figures.six(r.rate()))
                .put("scenarios", Json.texts(r.scenarios()));
    }

    private static JsonObject choice(Choice choice) {
        return Json.object()
                .put("mitigation", choice.mitigation())
                .put("target", choice.part())
                .put("cost", choice.cost());
    }

    private static JsonObject action(Action a) {
        return Json.object()
                .put("priority", a.priority())
                .put("scenario", a.scenario())
                .put("mitigation", a.mitigation())
                .put("owner", a.owner())
                .put("due", a.due())
                .put("status", a.status())
                .put("overdue", a.overdue());
    }
}
