package io.casemate.report.board;

import io.casemate.core.model.Treatment;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.board.BoardFigures.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a board is asked to do: decide, where nobody did; fund, what was decided; confirm, what was accepted. */
record Asks(Assessment assessment, Band appetite, Concerns concerns) {
    static final int TOP = 5;
    private static final int WHAT = 210;
    private static final int WHO = 90;

    /** All of them: incidents and overdue work first, then what is undecided, unfunded, and unconfirmed. */
    List<Ask> all() {
        List<Ask> asks = new ArrayList<>();
        List<Risk> above =
                assessment.shown().stream().filter(r -> r.above(appetite)).toList();
        List<Risk> overdue = above.stream().filter(this::overdue).toList();
        overdue.forEach(r -> asks.add(
                ask("Insist", "Overdue against '%s': %s.".formatted(concerns.title(r), work(r)), r.treatment(), true)));
        above.stream().filter(r -> !r.treatment().decided()).forEach(r -> asks.add(decide(r)));
        above.stream()
                .filter(r -> r.treatment().decided() && !overdue.contains(r))
                .forEach(r -> asks.add(standing(r)));
        List<String> triggers = assessment.review().triggers();
        if (!triggers.isEmpty()) {
            asks.add(new Ask(
                    "Order",
                    Plain.cut("A review of the whole system now: " + String.join("; ", triggers) + ".", WHAT),
                    "",
                    false));
        }
        return asks;
    }

    private boolean overdue(Risk risk) {
        return assessment.actions().stream()
                .anyMatch(a -> a.overdue() && a.scenario().equals(risk.id()));
    }

    private String work(Risk risk) {
        return assessment.actions().stream()
                .filter(a -> a.overdue() && a.scenario().equals(risk.id()))
                .map(Action::mitigation)
                .map(concerns.glossary()::mitigation)
                .collect(Collectors.joining(", "));
    }

    private Ask decide(Risk risk) {
        String what = "What is done about '%s': reduce it (%s), accept it, insure it, or stop what causes it."
                .formatted(concerns.title(risk), concerns.help(risk));
        String owner = assessment.topology().model().scope().owner();
        return new Ask("Decide", Plain.cut(what, WHAT), Plain.cut(owner, WHO), false);
    }

    /** What a decision that was taken still needs while the risk is above what is accepted. */
    private Ask standing(Risk risk) {
        Treatment treatment = risk.treatment();
        String title = concerns.title(risk);
        return switch (treatment.action()) {
            case MITIGATE ->
                risk.target().band().compareTo(appetite) > 0
                        ? ask(
                                "Decide",
                                "More than is planned against '%s': with all of it in place the risk is still above what we accept."
                                        .formatted(title),
                                treatment,
                                false)
                        : ask(
                                "Fund",
                                "Against '%s': %s.".formatted(title, concerns.measures(treatment)),
                                treatment,
                                false);
            case ACCEPT, TRANSFER, NOT_APPLICABLE ->
                ask("Confirm", "That '%s' stays as it is: %s".formatted(title, treatment.reason()), treatment, false);
            case AVOID -> ask("Decide", "When '%s' ends: %s".formatted(title, treatment.reason()), treatment, false);
        };
    }

    private static Ask ask(String act, String what, Treatment treatment, boolean overdue) {
        String due = treatment.due().isEmpty() ? "" : "by " + Plain.day(treatment.due());
        String who = Stream.of(treatment.owner(), due).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
        return new Ask(act, Plain.cut(what, WHAT), Plain.cut(who, WHO), overdue);
    }
}
