package io.casemate.report.plan;

import io.casemate.core.plan.Aim;
import io.casemate.core.plan.Plan;
import io.casemate.core.plan.Proposal;
import io.casemate.report.wording.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How a plan is put into words, the same in every format. */
public record PlanWords(Plan plan) {
    private static final int DIGITS = 3;

    /** An amount of money, or of points where no loss is stated: {@code EUR 30 000}. */
    public String money(double amount) {
        return (plan.currency() + " " + Figures.thousands(amount)).strip();
    }

    /** An amount that was estimated, to three digits: {@code EUR 1 120 000}. */
    public String about(double amount) {
        return money(
                amount == 0
                        ? 0
                        : new BigDecimal(amount).round(new MathContext(DIGITS)).doubleValue());
    }

    public String title(Aim aim) {
        return switch (aim) {
            case Aim.Budget(long amount) -> "Lowest risk for " + money((double) amount) + " a year";
            case Aim.Appetite(var band) -> "Cheapest plan with no risk above " + word(band);
        };
    }

    /** What is proven of a proposal. */
    public String proof(Proposal proposal) {
        if (proposal.optimal()) {
            return switch (proposal.aim()) {
                case Aim.Budget b -> "Proven: no set of mitigations for this budget lowers the risk further.";
                case Aim.Appetite a -> "Proven: no cheaper set brings every risk there.";
            };
        }
        String gap = Figures.percent(proposal.gap());
        return switch (proposal.aim()) {
            case Aim.Budget b ->
                "Proven: no set for this budget leaves a risk below %s; this plan is within %s of it."
                        .formatted(Figures.amount(proposal.bound()), gap);
            case Aim.Appetite a ->
                "Proven: no set that brings every risk there costs less than %s; this plan is within %s of it."
                        .formatted(money(Math.ceil(proposal.bound())), gap);
        };
    }

    /** What it does as a whole. */
    public String effect(Proposal proposal) {
        String risk = "Risk %s → %s (sum of annual probability × impact)"
                .formatted(Figures.amount(proposal.riskBefore()), Figures.amount(proposal.riskAfter()));
        return proposal.lossBefore() > 0
                ? "%s, expected loss %s → %s a year"
                        .formatted(risk, about(proposal.lossBefore()), about(proposal.lossAfter()))
                : risk;
    }

    /** A return: loss saved a year for each unit of cost. */
    public String times(double rate) {
        return Double.isInfinite(rate) ? "free" : Figures.amount(rate) + " ×";
    }

    private static String word(Enum<?> band) {
        return band.name().toLowerCase(Locale.ROOT);
    }
}
