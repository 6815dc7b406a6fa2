package io.casemate.cli.explain;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.cli.terminal.Table;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Treatment;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.EvidenceUse;
import io.casemate.core.risk.FrequencyTerms;
import io.casemate.core.risk.MitigationEffect;
import io.casemate.core.risk.Presumed;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.core.risk.Term;
import io.casemate.core.threat.Mitigation;
import io.casemate.core.threat.Threat;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Observations;
import java.util.Locale;
import java.util.Optional;

/** One risk with its sums, for a terminal. */
final class RiskText {
    private final Knowledge knowledge;
    private final Style style;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    RiskText(Knowledge knowledge, Style style, int columns) {
        this.knowledge = knowledge;
        this.style = style;
        this.columns = columns;
    }

    String of(Risk risk) {
        head(risk);
        vulnerability(risk);
        frequency(risk);
        presumed(risk);
        mitigations(risk);
        evidence(risk);
        treatment(risk.treatment());
        return text.toString();
    }

    String of(Answered answered) {
        String title = Optional.ofNullable(knowledge.threats().get(answered.threat()))
                .map(Threat::title)
                .orElse(answered.threat());
        line("%s  %s".formatted(style.bold(title), style.faint(answered.id())));
        line("%s by %s".formatted(style.green("ended"), String.join(", ", answered.controls())));
        paragraph(
                answered.verified()
                        ? "Evidence stands behind each of these controls."
                        : "By word only: 'casemate attest' records a test that shows it.");
        Rating without = answered.inherent();
        line("without them: %s".formatted(rating(without)));
        return text.toString();
    }

    private void head(Risk risk) {
        line("%s  %s".formatted(style.bold(risk.threat().title()), style.faint(risk.id())));
        paragraph(risk.story());
        if (risk.incident().happened()) {
            line("%s since %s: %s"
                    .formatted(
                            style.red("INCIDENT"),
                            risk.incident().since(),
                            risk.incident().evidence()));
        }
        line("");
        var table = new Table(columns, "");
        table.row("path", String.join(" > ", risk.path()));
        table.row("by", String.join(", ", risk.adversaries()));
        table.row("now", rating(risk.current()));
        table.row("inherent", rating(risk.inherent()));
        if (risk.treatment().decided()) {
            table.row("target", rating(risk.target()));
        }
        table.row(
                "open",
                "answers can move it from %s to %s a year"
                        .formatted(
                                Figures.percent(risk.range().low()),
                                Figures.percent(risk.range().high())));
        if (!risk.shown()) {
            table.row("hidden", risk.hiddenBecause());
        }
        text.append(table.text());
    }

    private static String rating(Rating rating) {
        return rating.hasEnded()
                ? "ended"
                : "%s: likelihood %d x impact %d = %d, %s a year"
                        .formatted(
                                rating.band().id(),
                                rating.likelihood(),
                                rating.impact(),
                                rating.score(),
                                Figures.percent(rating.probability()));
    }

    private void vulnerability(Risk risk) {
        heading("Vulnerability, in decibans of log-odds (10 log10)");
        var table = new Table(columns, "  ");
        double sum = 0;
        for (Term term : risk.terms()) {
            table.row(decibans(term.decibans()), term.observed() ? "seen" : "said", term.source(), term.reason());
            sum += term.decibans();
        }
        table.row(
                decibans(sum),
                "sum",
                "V = %.3f".formatted(risk.current().vulnerability()),
                "share of attempts that succeed today; %.3f before controls and evidence".formatted(risk.prior()));
        text.append(table.text());
    }

    private static String decibans(double value) {
        return String.format(Locale.ROOT, "%+7.2f", value);
    }

    private void frequency(Risk risk) {
        FrequencyTerms terms = risk.frequency();
        heading("Frequency, attempts a year");
        line("  F = (%s + %d alerts) / (%s + %s years watched) = %s"
                .formatted(
                        Figures.amount(terms.shape()),
                        terms.alerts(),
                        Figures.amount(terms.years()),
                        Figures.amount(terms.observedYears()),
                        Figures.amount(terms.mean())));
        heading("Probability that it happens within a year");
        Rating now = risk.current();
        line(String.format(
                Locale.ROOT,
                "  P = 1 - exp(-F V) = 1 - exp(-%s x %.3f) = %.3f",
                Figures.amount(now.frequency()),
                now.vulnerability(),
                now.probability()));
    }

    private void presumed(Risk risk) {
        if (!risk.presumed().isEmpty()) {
            heading("Presumed, because nobody said");
            var table = new Table(columns, "  ");
            for (Presumed p : risk.presumed()) {
                table.row("%s@%s".formatted(p.fact(), p.part()), p.value() ? "yes" : "no", p.because());
            }
            text.append(table.text());
        }
    }

    private void mitigations(Risk risk) {
        if (!risk.mitigations().isEmpty()) {
            heading("Mitigations, and what the risk would be with each");
            var table = new Table(columns, "  ");
            for (MitigationEffect effect : risk.mitigations()) {
                Rating after = effect.after();
                String then = after.hasEnded()
                        ? "ended"
                        : "%s %d, %s".formatted(after.band().id(), after.score(), Figures.percent(after.probability()));
                table.row(
                        effect.mitigation(),
                        effect.state().name().toLowerCase(Locale.ROOT),
                        then,
                        title(effect.mitigation()));
            }
            text.append(table.text());
        }
    }

    private String title(String mitigation) {
        return Optional.ofNullable(knowledge.mitigations().get(mitigation))
                .map(Mitigation::title)
                .orElse("");
    }

    private void evidence(Risk risk) {
        if (!risk.evidence().isEmpty()) {
            heading("Evidence");
            var table = new Table(columns, "  ");
            for (EvidenceUse use : risk.evidence()) {
                table.row(
                        "line " + use.evidence().seq(),
                        use.counts() ? "counts" : style.faint("does not count"),
                        Observations.headline(use.evidence().body()),
                        use.note());
            }
            text.append(table.text());
        }
    }

    private void treatment(Treatment treatment) {
        if (treatment.decided()) {
            heading("Treatment");
            String what = "%s, %s"
                    .formatted(treatment.action().id(), treatment.status().id());
            var table = new Table(columns, "  ").row("action", what);
            row(table, "mitigations", String.join(", ", treatment.mitigations()));
            row(table, "owner", treatment.owner());
            row(table, "due", treatment.due());
            row(table, "reason", treatment.reason());
            text.append(table.text());
        }
    }

    private static void row(Table table, String name, String value) {
        if (!value.isEmpty()) {
            table.row(name, value);
        }
    }

    private void heading(String heading) {
        line("");
        line(style.bold(heading));
    }

    private void paragraph(String words) {
        text.append(Lines.wrap(words, columns, "")).append('\n');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
