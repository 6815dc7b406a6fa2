package io.casemate.report.json;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.report.board.BoardFigures;
import io.casemate.report.board.BoardFigures.Ask;
import io.casemate.report.board.BoardFigures.Concern;
import io.casemate.report.board.BoardFigures.Conformity;
import io.casemate.report.board.BoardMoney;
import io.casemate.report.board.Trend.Change;
import io.casemate.report.wording.Figures;
import java.util.Locale;

/** A board's report as JSON, for slides and portals. */
public final class BoardJson {
    private BoardJson() {}

    public static JsonObject of(BoardFigures board) {
        return Json.object()
                .put("casemate", JsonExporter.VERSION)
                .put("asOf", board.asOf().toString())
                .put("system", board.system())
                .put("owner", board.owner())
                .put("appetite", board.appetite().id())
                .put("standing", board.standing().name().toLowerCase(Locale.ROOT))
                .put("headline", board.headline())
                .put("position", board.position())
                .put("money", money(board.money()))
                .put("since", board.trend().since())
                .put("changes", Json.array(board.trend().changes(), BoardJson::change))
                .put("concerns", Json.array(board.concerns(), BoardJson::concern))
                .put("concernsMore", board.concernsMore())
                .put("asks", Json.array(board.asks(), BoardJson::ask))
                .put("asksMore", board.asksMore())
                .put("requirements", Json.array(board.conformities(), BoardJson::conformity))
                .put("unknowns", Json.texts(board.unknowns()));
    }

    private static JsonObject money(BoardMoney money) {
        return Json.object()
                .put("currency", money.currency())
                .put("mean", Figures.six(money.mean()))
                .put("oneInTwenty", Figures.six(money.oneInTwenty()))
                .put("meanTarget", Figures.six(money.meanTarget()))
                .put("unpriced", Json.texts(money.unpriced()));
    }

    private static JsonObject change(Change change) {
        return Json.object()
                .put("measure", change.measure())
                .put("before", change.before())
                .put("now", change.now())
                .put("way", change.word());
    }

    private static JsonObject concern(Concern concern) {
        return Json.object()
                .put("title", concern.title())
                .put("what", concern.what())
                .put("harm", concern.harm())
                .put("chance", concern.chance())
                .put("cost", concern.cost())
                .put("plan", concern.plan())
                .put("band", concern.band().id())
                .put("happened", concern.happened());
    }

    private static JsonObject ask(Ask ask) {
        return Json.object()
                .put("act", ask.act())
                .put("what", ask.what())
                .put("who", ask.who())
                .put("overdue", ask.overdue());
    }

    private static JsonObject conformity(Conformity conformity) {
        return Json.object()
                .put("framework", conformity.framework())
                .put("shown", conformity.shown())
                .put("claimed", conformity.claimed())
                .put("applicable", conformity.applicable());
    }
}
