package io.casemate.report.kind;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.money.ByState;
import io.casemate.core.money.MoneyRun;
import io.casemate.core.money.RiskInMoney;
import io.casemate.core.money.ScenarioMoney;
import io.casemate.core.money.Unpriced;
import io.casemate.core.money.loss.Losses;
import io.casemate.core.risk.Assessment;
import io.casemate.report.board.BoardMoney;
import io.casemate.report.chart.ExceedanceChart;
import io.casemate.report.register.Prices;
import io.casemate.report.register.Prices.Price;
import io.casemate.report.register.Prices.States;
import java.util.List;
import java.util.stream.Collectors;

/** What an assessment costs, in the shapes that a board and a register show. */
final class Costs {
    private static final double ONE_IN_TWENTY = 0.95;

    private Costs() {}

    static BoardMoney board(Assessment assessment, Knowledge knowledge) {
        RiskInMoney money = simulate(assessment, knowledge);
        if (money.currency().isEmpty()) {
            return BoardMoney.NONE;
        }
        Losses now = money.total().current();
        return new BoardMoney(
                money.currency(),
                now.mean().value(),
                now.percentile(ONE_IN_TWENTY).value(),
                money.total().target().mean().value(),
                ExceedanceChart.brief(money),
                money.scenarios().stream()
                        .collect(Collectors.toMap(
                                ScenarioMoney::id,
                                s -> s.alone().current().mean().value())),
                unpriced(money));
    }

    static Prices register(Assessment assessment, Knowledge knowledge) {
        RiskInMoney money = simulate(assessment, knowledge);
        if (money.currency().isEmpty()) {
            return Prices.NONE;
        }
        return new Prices(
                money.currency(),
                states(money.total()),
                money.scenarios().stream()
                        .map(s -> new Prices.Scenario(s.id(), states(s.alone())))
                        .toList(),
                unpriced(money));
    }

    /** The usual number of years and seed, so that every document of one assessment tells the same amounts. */
    private static RiskInMoney simulate(Assessment assessment, Knowledge knowledge) {
        int threads = Runtime.getRuntime().availableProcessors();
        return RiskInMoney.of(
                assessment, knowledge, new MoneyRun(MoneyRun.YEARS_DEFAULT, MoneyRun.SEED_DEFAULT, threads));
    }

    private static List<String> unpriced(RiskInMoney money) {
        return money.unpriced().stream().map(Unpriced::scenario).toList();
    }

    private static States states(ByState<Losses> losses) {
        return new States(price(losses.inherent()), price(losses.current()), price(losses.target()));
    }

    private static Price price(Losses losses) {
        return new Price(
                losses.mean().value(),
                losses.mean().error(),
                losses.percentile(ONE_IN_TWENTY).value(),
                losses.tail(ONE_IN_TWENTY).mean().value());
    }
}
