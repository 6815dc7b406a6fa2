package io.casemate.core.money;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Exchange;
import io.casemate.core.model.Money;
import io.casemate.core.model.SystemModel;
import io.casemate.core.money.distribution.Constant;
import io.casemate.core.money.distribution.Distribution;
import io.casemate.core.money.distribution.LogNormal;
import io.casemate.core.money.distribution.Pert;
import io.casemate.core.money.scenario.Stake;
import io.casemate.core.problem.InvalidInputException;
import io.casemate.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the loss of each asset costs, in one currency.
 *
 * @param currency empty where no asset states a loss
 * @param stakes by id of the asset; absent where no loss is stated
 */
record Pricing(String currency, Map<String, Stake> stakes) {
    private static final double AMOUNT_MAX = 1e15;
    /** 90 % of a log-normal over more than this is no range anybody knows: its mean lies far outside. */
    private static final double RATIO_MAX = 1e5;

    public Pricing {
        stakes = Map.copyOf(stakes);
    }

    /**
     * The losses that a model states.
     *
     * @throws InvalidInputException naming every loss that cannot be used, and every currency that cannot be added
     */
    static Pricing of(SystemModel model) {
        Exchange exchange = model.scope().money();
        List<Asset> priced =
                model.assets().stream().filter(a -> a.loss().stated()).toList();
        String currency = exchange.currency().isEmpty() && !priced.isEmpty()
                ? priced.getFirst().loss().currency()
                : exchange.currency();
        List<Problem> problems = new ArrayList<>();
        Map<String, Stake> stakes = new LinkedHashMap<>();
        for (Asset asset : priced) {
            Money loss = asset.loss();
            String where = "assets.%s.loss".formatted(asset.id());
            double rate =
                    loss.currency().equals(currency) ? 1 : exchange.rates().getOrDefault(loss.currency(), 0.0);
            if (rate == 0) {
                problems.add(unlike(where, loss.currency(), currency));
            }
            int before = problems.size();
            Distribution primary = amount(where, loss.low(), loss.mode(), loss.high(), problems);
            Money.Secondary s = loss.secondary();
            Distribution secondary = s.probability() == 0
                    ? Constant.ZERO
                    : amount(where + ".secondary", s.low(), s.mode(), s.high(), problems);
            if (rate > 0 && problems.size() == before) {
                stakes.put(
                        asset.id(), new Stake(asset.id(), primary.times(rate), s.probability(), secondary.times(rate)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return new Pricing(currency, stakes);
    }

    /** What an event costs that harms these assets, in their order; those without a stated loss are left out. */
    List<Stake> stakes(Collection<Asset> harmed) {
        return harmed.stream()
                .flatMap(a -> Optional.ofNullable(stakes.get(a.id())).stream())
                .toList();
    }

    /** Mean loss of an event that harms these assets. */
    double meanLoss(Collection<Asset> harmed) {
        return stakes(harmed).stream().mapToDouble(Stake::mean).sum();
    }

    private static Problem unlike(String where, String found, String wanted) {
        return new Problem(
                where + ".currency",
                "is %s and other losses are in %s, which cannot be added up".formatted(found, wanted),
                "state all losses in one currency, or a rate: scope: {money: {currency: %s, rates: {%s: 1.5}}}"
                        .formatted(wanted, found));
    }

    private static Distribution amount(String where, double low, double mode, double high, List<Problem> problems) {
        if (high > AMOUNT_MAX) {
            problems.add(new Problem(
                    where + ".high", "is %.3g, more than %.0g".formatted(high, AMOUNT_MAX), "check the zeros"));
        } else if (low == high) {
            return new Constant(low);
        } else if (!Double.isNaN(mode)) {
            return new Pert(low, mode, high);
        } else if (low == 0) {
            problems.add(new Problem(
                    where + ".low",
                    "is 0, and no log-normal has its 5 % point there",
                    "write more than 0, or the most likely loss as mode"));
        } else if (high / low > RATIO_MAX) {
            problems.add(new Problem(
                    where,
                    "goes from %.3g to %.3g: more than %.0f times".formatted(low, high, RATIO_MAX),
                    "narrow it: of twenty losses one is below low, and one above high"));
        } else {
            return LogNormal.of90(low, high);
        }
        return Constant.ZERO;
    }
}
