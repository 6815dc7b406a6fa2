package io.casemate.report.board;

import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Figures;
import java.util.List;

/** The first two sentences: understood in ten seconds by somebody who reads nothing else. */
record Headline(Assessment now, Band appetite, BoardMoney money, Outlook outlook, Concerns concerns) {
    /** What it costs; without a price, how many risks are too high. */
    String headline() {
        if (money.known()) {
            return "Attacks on this system and its failures are expected to cost us %s in an average year, and more than %s in one year of twenty."
                    .formatted(money.words(money.mean()), money.words(money.oneInTwenty()));
        }
        return switch (outlook) {
            case HIGH -> high();
            case UNDECIDED, CALM -> "No risk of this system that we know of is higher than we accept.";
        };
    }

    /** Where that leaves us. */
    String position() {
        List<Risk> happened =
                now.risks().stream().filter(r -> r.incident().happened()).toList();
        if (!happened.isEmpty()) {
            String count = happened.size() == 1 ? "One thing has" : happened.size() + " things have";
            return "%s happened already: %s.".formatted(count, Plain.cut(concerns.title(happened.getFirst()), 110));
        }
        return switch (outlook) {
            case HIGH -> money.known() ? high() : likeliest();
            case UNDECIDED ->
                "The answers to %s could change that."
                        .formatted(Figures.count(now.questions().size(), "open question"));
            case CALM -> "No open question could change that.";
        };
    }

    private String likeliest() {
        return now.shown().stream()
                .filter(r -> r.above(appetite))
                .findFirst()
                .map(r -> "The worst is '%s', with a chance of %s."
                        .formatted(
                                Plain.cut(concerns.title(r), 110),
                                Plain.chance(r.current().probability())))
                .orElse("");
    }

    private String high() {
        int above = Trends.above(now, appetite);
        long undecided = now.shown().stream()
                .filter(r -> r.above(appetite))
                .filter(r -> !r.treatment().decided())
                .count();
        int all = now.shown().size();
        return "%s higher than we accept; %s."
                .formatted(
                        all == 1 ? "The only risk is" : "%d of %d risks are".formatted(above, all),
                        undecided == 0
                                ? "for each of them something is decided"
                                : "for %d of them nothing is decided yet".formatted(undecided));
    }
}
