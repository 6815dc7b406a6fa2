package io.casemate.report.board;

import io.casemate.core.model.Asset;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.report.board.BoardFigures.Concern;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The worst things that can happen, told without the words of the trade. */
record Concerns(Glossary glossary, BoardMoney money) {
    static final int TOP = 5;
    private static final int TITLE = 84;
    private static final int WHAT = 190;
    private static final int HARM = 150;
    private static final int PLAN = 190;

    List<Concern> of(List<Risk> risks) {
        return risks.stream().limit(TOP).map(this::concern).toList();
    }

    private Concern concern(Risk risk) {
        return new Concern(
                Plain.cut(title(risk), TITLE),
                Plain.sentences(what(risk), WHAT),
                Plain.sentences(harm(risk), HARM),
                risk.incident().happened()
                        ? "It has happened"
                        : Words.capital(Plain.chance(risk.current().probability())),
                cost(risk),
                Plain.cut(plan(risk), PLAN),
                risk.current().band(),
                risk.incident().happened());
    }

    String title(Risk risk) {
        return "%s: %s"
                .formatted(
                        glossary.target(risk.part().id()),
                        Words.inside(risk.threat().title()));
    }

    /** The scenario without the way it takes, which is for those who build the system. */
    private String what(Risk risk) {
        return risk.threat()
                .scenario()
                .replaceAll(" (over|along) \\{path\\}", "")
                .replace("{path}", "the way there")
                .replace("{entry}", glossary.name(risk.path().getFirst()))
                .replace("{target}", glossary.target(risk.part().id()));
    }

    /** What the owners of the assets wrote; where they wrote nothing, which assets they are. */
    private String harm(Risk risk) {
        List<Asset> stake = stake(risk);
        return stake.stream()
                .map(Asset::impact)
                .filter(i -> !i.isBlank())
                .findFirst()
                .orElseGet(() -> stake.isEmpty()
                        ? ""
                        : "At stake: %s."
                                .formatted(Words.some(
                                        stake.stream().map(Asset::name).toList(), 2)));
    }

    private List<Asset> stake(Risk risk) {
        return glossary.topology().handles(risk.part()).stream()
                .filter(a ->
                        risk.threat().harms().isEmpty() || risk.threat().harms().contains(a.kind()))
                .sorted(Comparator.comparing(Asset::sensitivity).reversed())
                .toList();
    }

    private String cost(Risk risk) {
        double mean = money.scenarios().getOrDefault(risk.id(), 0.0);
        String once = stake(risk).stream()
                .filter(a -> a.loss().stated())
                .max(Comparator.comparingDouble(a -> a.loss().high()))
                .map(a -> "%s to %s each time"
                        .formatted(
                                Plain.money(a.loss().currency(), a.loss().low()),
                                Plain.money("", a.loss().high()).strip()))
                .orElse("");
        String year = mean > 0 ? money.words(mean) + " in an average year" : "";
        return Stream.of(year, once)
                .filter(s -> !s.isEmpty())
                .reduce("%s; %s"::formatted)
                .orElse("");
    }

    private String plan(Risk risk) {
        Treatment treatment = risk.treatment();
        if (!treatment.decided()) {
            return "Nothing is decided. What would help most: %s.".formatted(help(risk));
        }
        return switch (treatment.action()) {
            case MITIGATE -> "%s: %s.%s".formatted(begun(treatment), measures(treatment), outcome(risk));
            case ACCEPT -> "Accepted. " + treatment.reason();
            case TRANSFER -> "Passed on to others. " + treatment.reason();
            case AVOID -> "To be given up. " + treatment.reason();
            case NOT_APPLICABLE -> "Judged not to apply. " + treatment.reason();
        };
    }

    private static String begun(Treatment treatment) {
        return switch (treatment.status()) {
            case OPEN -> "Decided, not begun";
            case IN_PROGRESS -> "Under way";
            case DONE -> "Done";
        };
    }

    String measures(Treatment treatment) {
        return Words.inside(Words.some(
                treatment.mitigations().stream()
                        .map(m -> Words.inside(glossary.mitigation(m)))
                        .toList(),
                3));
    }

    private static String outcome(Risk risk) {
        Rating after = risk.target();
        return after.hasEnded()
                ? " That ends it."
                : " That brings it to %s.".formatted(Plain.chance(after.probability()));
    }

    /** The measures that lower it most and are not in place. */
    String help(Risk risk) {
        List<String> best = risk.mitigations().stream()
                .filter(m -> m.after().probability() < risk.current().probability())
                .sorted(Comparator.comparingDouble(m -> m.after().probability()))
                .limit(2)
                .map(m -> Words.inside(glossary.mitigation(m.mitigation())))
                .toList();
        return best.isEmpty() ? "no single measure; the design has to change" : Words.list(best);
    }
}
