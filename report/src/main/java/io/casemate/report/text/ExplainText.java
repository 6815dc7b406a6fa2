package io.casemate.report.text;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.FrequencyTerms;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Presumed;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Observations;
import io.casemate.report.wording.Reasons;
import java.util.Locale;

/** The sum behind one risk, term by term, for a terminal of 80 columns or more. */
public final class ExplainText {
    private final Risk risk;
    private final Glossary glossary;
    private final StringBuilder out = new StringBuilder();

    private ExplainText(Risk risk, Glossary glossary) {
        this.risk = risk;
        this.glossary = glossary;
    }

    public static String of(Assessment assessment, Knowledge knowledge, Risk risk) {
        return new ExplainText(risk, Glossary.of(knowledge, assessment.topology())).text();
    }

    private String text() {
        line(risk.id());
        line(glossary.scenario(risk.threat().id(), risk.part().id()));
        line("");
        line(risk.story());
        line("Path: %s".formatted(String.join(" > ", risk.path())));
        line("Why:  %s".formatted(new Reasons(glossary).why(risk)));
        line("");
        terms();
        frequency(risk.frequency());
        ratings();
        presumptions();
        mitigations();
        evidence();
        return out.toString();
    }

    private void terms() {
        line("Vulnerability, in decibans (10 log10 of the odds)");
        double sum = 0;
        for (Term term : risk.terms()) {
            sum += term.decibans();
            line("  %7s  %-38s %s%s"
                    .formatted(
                            Figures.decibans(term.decibans()),
                            term.source(),
                            term.reason(),
                            term.observed() ? " [observed]" : ""));
        }
        line("  %7s  = V %s"
                .formatted(Figures.decibans(sum), Figures.percent(risk.current().vulnerability())));
        line("");
    }

    private void frequency(FrequencyTerms f) {
        line("Attempts a year: (%s + %d alerts) / (%s + %s observed years) = %s"
                .formatted(
                        Figures.amount(f.shape()),
                        f.alerts(),
                        Figures.amount(f.years()),
                        Figures.amount(f.observedYears()),
                        Figures.amount(f.mean())));
        line("");
    }

    private void ratings() {
        rating("inherent", risk.inherent());
        rating("current", risk.current());
        rating("target", risk.target());
        line("  open questions could move the annual probability from %s to %s"
                .formatted(
                        Figures.percent(risk.range().low()),
                        Figures.percent(risk.range().high())));
    }

    private void rating(String state, Rating r) {
        String sum = r.hasEnded()
                ? "ended by its controls"
                : "P = 1 - exp(-%s x %s) = %s; likelihood %d x impact %d = %d, %s"
                        .formatted(
                                Figures.amount(r.frequency()),
                                Figures.amount(r.vulnerability()),
                                Figures.percent(r.probability()),
                                r.likelihood(),
                                r.impact(),
                                r.score(),
                                r.band().id());
        line("  %-9s %s".formatted(state, sum));
    }

    private void presumptions() {
        heading("Presumed", risk.presumed().isEmpty());
        for (Presumed p : risk.presumed()) {
            line("  %s@%s = %s: %s".formatted(p.fact(), p.part(), p.value() ? "yes" : "no", p.because()));
        }
    }

    private void mitigations() {
        heading("Mitigations", risk.mitigations().isEmpty());
        for (MitigationEffect m : risk.mitigations()) {
            line("  %-9s %s (%s): P %s"
                    .formatted(
                            m.state().name().toLowerCase(Locale.ROOT),
                            glossary.mitigation(m.mitigation()),
                            m.mitigation(),
                            Figures.percent(m.after().probability())));
        }
    }

    private void evidence() {
        heading("Evidence", risk.evidence().isEmpty());
        for (EvidenceUse use : risk.evidence()) {
            String note = use.note().isEmpty() ? "" : " (" + use.note() + ")";
            line("  #%d %s %s: %s%s"
                    .formatted(
                            use.evidence().seq(),
                            use.counts() ? "counts" : "does not count",
                            Observations.kind(use.evidence().body()),
                            Observations.headline(use.evidence().body()),
                            note));
        }
    }

    private void heading(String title, boolean empty) {
        if (!empty) {
            line("");
            line(title);
        }
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
