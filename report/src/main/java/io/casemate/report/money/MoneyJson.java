package io.casemate.report.money;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.money.ByState;
import io.casemate.core.money.RiskInMoney;
import io.casemate.core.money.ScenarioMoney;
import io.casemate.core.money.Unpriced;
import io.casemate.core.money.loss.Contribution;
import io.casemate.core.money.loss.CurvePoint;
import io.casemate.core.money.loss.Figure;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.money.loss.Quantile;
import io.casemate.core.money.loss.Tail;
import io.casemate.report.wording.Figures;
import java.util.List;
import java.util.function.Function;

/** Risk in money as JSON: {@code knowledge/schema/money.schema.json} describes it. */
public final class MoneyJson {
    private MoneyJson() {}

    public static JsonObject of(RiskInMoney money, String system) {
        return Json.object()
                .put("casemate", 1)
                .put("view", "money")
                .put("asOf", money.asOf().toString())
                .put("system", system)
                .put("currency", money.currency())
                .put("years", money.run().years())
                .put("seed", money.run().seed())
                .put("total", byState(money.total(), MoneyJson::losses))
                .put("savedByControls", figure(money.savedByControls()))
                .put("savedByTreatments", figure(money.savedByTreatments()))
                .put("scenarios", Json.array(money.scenarios(), MoneyJson::scenario))
                .put("unpriced", Json.array(money.unpriced(), MoneyJson::unpriced));
    }

    private static JsonObject scenario(ScenarioMoney scenario) {
        return Json.object()
                .put("id", scenario.id())
                .put("title", scenario.title())
                .put("target", scenario.target())
                .put("assets", Json.texts(scenario.assets()))
                .put("sharesAttemptsWith", Json.texts(scenario.shares()))
                .put("happened", scenario.happened())
                .put("answered", scenario.answered())
                .put("transferred", scenario.transferred())
                .put("eventsPerYear", byState(scenario.eventsPerYear(), e -> Json.number(Figures.six(e))))
                .put("alone", byState(scenario.alone(), MoneyJson::losses))
                .put("part", byState(scenario.part(), MoneyJson::part));
    }

    private static JsonObject unpriced(Unpriced unpriced) {
        return Json.object()
                .put("scenario", unpriced.scenario())
                .put("wholly", unpriced.wholly())
                .put("assets", Json.texts(unpriced.assets()));
    }

    private static <T> JsonObject byState(ByState<T> states, Function<T, Json> form) {
        return Json.object()
                .put("inherent", form.apply(states.inherent()))
                .put("current", form.apply(states.current()))
                .put("target", form.apply(states.target()));
    }

    private static JsonObject losses(Losses losses) {
        return Json.object()
                .put("mean", figure(losses.mean()))
                .put("deviation", figure(losses.deviation()))
                .put("anyLoss", figure(losses.anyLoss()))
                .put("percentiles", Json.array(losses.percentiles(), MoneyJson::quantile))
                .put("tails", Json.array(losses.tails(), MoneyJson::tail))
                .put("curve", Json.array(losses.curve(), MoneyJson::point));
    }

    private static JsonObject part(Contribution part) {
        List<Double> tails = Losses.TAILS;
        return Json.object()
                .put("mean", figure(part.mean()))
                .put(
                        "tails",
                        Json.array(tails, at -> Json.object().put("at", at).put("mean", figure(part.tail(at)))));
    }

    private static JsonObject figure(Figure figure) {
        return Json.object().put("value", Figures.six(figure.value())).put("error", Figures.six(figure.error()));
    }

    private static JsonObject quantile(Quantile quantile) {
        return Json.object()
                .put("at", quantile.at())
                .put("value", Figures.six(quantile.value()))
                .put("low", Figures.six(quantile.low()))
                .put("high", Figures.six(quantile.high()));
    }

    private static JsonObject tail(Tail tail) {
        return Json.object()
                .put("at", tail.at())
                .put("valueAtRisk", quantile(tail.valueAtRisk()))
                .put("mean", figure(tail.mean()));
    }

    private static JsonObject point(CurvePoint point) {
        return Json.object().put("loss", Figures.six(point.loss())).put("probability", figure(point.probability()));
    }
}
