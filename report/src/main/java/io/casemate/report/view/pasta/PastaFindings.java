package io.casemate.report.view.pasta;

import io.casemate.core.evidence.Alert;
import io.casemate.core.evidence.AttackResult;
import io.casemate.core.evidence.Evidence;
import io.casemate.core.evidence.Finding;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Stride;
import io.casemate.report.view.ViewInput;
import io.casemate.report.view.surface.Artifacts;
import io.casemate.report.view.surface.SurfaceArtifact;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Observations;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Stages 4 to 7 of PASTA: who attacks how, what is weak, what was tried, what it means. */
final class PastaFindings {
    private static final int LISTED_MAX = 10;

    private final ViewInput input;
    private final Assessment assessment;
    private final Glossary glossary;
    private final List<Risk> shown;

    PastaFindings(ViewInput input) {
        this.input = input;
        assessment = input.assessment();
        glossary = Glossary.of(input.knowledge(), assessment.topology());
        shown = assessment.shown();
    }

    PastaStage.Builder threats() {
        var model = assessment.topology().model();
        List<String> adversaries = model.adversaries().stream()
                .map(a -> "%s (%s, capability %s, tries with %s likelihood)%s"
                        .formatted(
                                a.name(),
                                Words.plain(a.profile().id()),
                                a.capability().id(),
                                a.likelihood().id(),
                                a.motivation().isBlank() ? "" : ": " + a.motivation()))
                .toList();
        List<String> byClass = Arrays.stream(Stride.values())
                .map(s ->
                        line(Words.title(s.id()), count(r -> r.threat().stride().contains(s))))
                .filter(l -> !l.isEmpty())
                .toList();
        List<String> outcomes = Arrays.stream(Outcome.values())
                .map(o -> line(Words.title(o.id()), outcome(o).size()))
                .filter(l -> !l.isEmpty())
                .toList();
        return new PastaStage.Builder()
                .has("Adversaries", adversaries)
                .has("Threats of the catalogue by what came of them", outcomes)
                .has("Scenarios by class", byClass)
                .lacksIf(
                        model.adversaries().isEmpty(),
                        "No adversary is stated, so all six profiles are presumed; write adversaries.")
                .lacksFor(outcome(Outcome.ASKED), "Whether the threat applies waits for an answer");
    }

    PastaStage.Builder weaknesses() {
        List<String> unlooked = Artifacts.of(input).values().stream()
                .flatMap(List::stream)
                .filter(a -> !a.path().isEmpty() && !a.scanned())
                .map(SurfaceArtifact::path)
                .toList();
        List<String> presumed = shown.stream()
                .flatMap(r -> r.presumed().stream())
                .map(p -> "%s: %s %s, because %s"
                        .formatted(
                                glossary.target(p.part()),
                                Words.plain(p.fact()),
                                p.value() ? "yes" : "no",
                                p.because()))
                .distinct()
                .toList();
        return new PastaStage.Builder()
                .has("Findings that count now", evidence(Finding.class))
                .has("Weaknesses that are presumed", some(presumed))
                .has(
                        "Controls that end a threat",
                        some(assessment.answered().stream()
                                .map(a -> "%s: %s%s"
                                        .formatted(
                                                glossary.scenario(a.threat(), a.target()),
                                                String.join(", ", a.controls()),
                                                a.verified() ? ", verified" : ", by words alone"))
                                .toList()))
                .lacksFor(unlooked, "No scan of the file counts now; run casemate scan")
                .lacksFor(
                        assessment.gaps().stream().map(Gap::where).toList(),
                        "Could not be looked at, which is not clean")
                .lacksFor(
                        assessment.questions().stream().map(Question::id).toList(),
                        "%s, the most valuable first"
                                .formatted(Figures.count(assessment.questions().size(), "open question")));
    }

    PastaStage.Builder attacks() {
        List<String> paths = shown.stream()
                .filter(r -> r.incident().happened() || r.current().band() == Band.HIGH)
                .limit(LISTED_MAX)
                .map(r -> "%s %s".formatted(r.story(), trail(r)))
                .toList();
        List<String> untried = shown.stream()
                .filter(r -> r.current().band() == Band.HIGH)
                .filter(r -> r.evidence().stream()
                        .noneMatch(u -> u.counts() && u.evidence().body() instanceof AttackResult))
                .map(Risk::id)
                .toList();
        return new PastaStage.Builder()
                .has("Attacks that the worst scenarios describe", paths)
                .has("Attacks that were tried", evidence(AttackResult.class))
                .has("Alerts", evidence(Alert.class))
                .lacksFor(untried, "Of the high band, and no attack was tried on it");
    }

    PastaStage.Builder risks() {
        List<String> bands = Arrays.stream(Band.values())
                .map(b -> line(Words.title(b.id()), count(r -> r.current().band() == b)))
                .filter(l -> !l.isEmpty())
                .toList();
        List<String> top = shown.stream()
                .limit(LISTED_MAX)
                .map(r -> "%s: score %d, %s a year; inherent %d, after its treatment %d"
                        .formatted(
                                glossary.scenario(r.threat().id(), r.part().id()),
                                r.current().score(),
                                Figures.percent(r.current().probability()),
                                r.inherent().score(),
                                r.target().score()))
                .toList();
        List<Action> actions = assessment.actions();
        return new PastaStage.Builder()
                .has("Scenarios by band", bands)
                .has("Worst risks", top)
                .has("Action plan", some(actions.stream().map(this::action).toList()))
                .lacksFor(
                        shown.stream()
                                .filter(r -> r.current().band() == Band.HIGH
                                        && !r.treatment().decided())
                                .map(Risk::id)
                                .toList(),
                        "Of the high band, and nobody decided what to do (treatments)")
                .lacksFor(
                        actions.stream()
                                .filter(a -> !a.status().equals("proposed")
                                        && (a.owner().isEmpty() || a.due().isEmpty()))
                                .map(Action::scenario)
                                .distinct()
                                .toList(),
                        "Decided, and nobody or no date stands for it")
                .lacksFor(assessment.review().triggers(), "A review is asked for");
    }

    private String action(Action action) {
        return "[%s] %s, for %s%s"
                .formatted(
                        action.status(),
                        glossary.mitigation(action.mitigation()),
                        action.scenario(),
                        action.owner().isEmpty() ? "" : " (" + action.owner() + ")");
    }

    private String trail(Risk risk) {
        List<String> names = risk.path().stream()
                .filter(assessment.topology().elements()::containsKey)
                .map(glossary::name)
                .toList();
        return "(%s)".formatted(String.join(" → ", names));
    }

    private List<String> evidence(Class<? extends Evidence> kind) {
        List<String> lines = new ArrayList<>();
        for (Risk risk : assessment.risks()) {
            for (EvidenceUse use : risk.evidence()) {
                if (use.counts() && kind.isInstance(use.evidence().body())) {
                    lines.add("%s, for %s (ledger line %d)"
                            .formatted(
                                    Observations.headline(use.evidence().body()),
                                    risk.id(),
                                    use.evidence().seq()));
                }
            }
        }
        return some(lines);
    }

    private List<String> outcome(Outcome outcome) {
        return assessment.coverage().threats().stream()
                .filter(t -> t.outcome() == outcome)
                .map(t -> t.threat())
                .toList();
    }

    private int count(Predicate<Risk> which) {
        return (int) shown.stream().filter(which).count();
    }

    private static String line(String label, int number) {
        return number == 0 ? "" : "%s: %d".formatted(label, number);
    }

    /** The first few, and a line that counts the others. */
    private static List<String> some(List<String> all) {
        if (all.size() <= LISTED_MAX) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, LISTED_MAX));
        first.add("and %d more".formatted(all.size() - LISTED_MAX));
        return first;
    }
}
