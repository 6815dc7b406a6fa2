package io.casemate.report.markdown;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Action;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Coverage.Outcome;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Risk;
import io.casemate.report.spi.Exporter;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Outlooks;
import io.casemate.report.wording.Reasons;
import io.casemate.report.wording.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;

/** Summary, top risks, questions, actions, gaps and coverage; bounded, so that it fits a comment of 65,536 characters. */
public final class MarkdownExporter implements Exporter {
    private static final int ROWS_MAX = 10;

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "report.md";
    }

    @Override
    public void write(Assessment assessment, Knowledge knowledge, Writer out) throws IOException {
        var glossary = Glossary.of(knowledge, assessment.topology());
        var page = new MarkdownText();
        summary(page, assessment, knowledge);
        risks(page, assessment.shown(), glossary);
        rows(page, "Gaps: what could not be looked at", assessment.gaps(), MarkdownExporter::gap);
        rows(page, "Questions, the most valuable first", assessment.questions(), MarkdownExporter::question);
        rows(page, "Actions", assessment.actions(), a -> action(a, glossary));
        coverage(page, assessment);
        out.write(page.toString());
    }

    private static void summary(MarkdownText page, Assessment assessment, Knowledge knowledge) {
        var outlook = assessment.outlook(knowledge.weights().bands());
        page.heading(1, "Threat model: " + assessment.topology().model().scope().name());
        page.paragraph("**%s** %s".formatted(Outlooks.title(outlook), Outlooks.sentence(outlook)));
        long incidents =
                assessment.risks().stream().filter(r -> r.incident().happened()).count();
        page.paragraph("%d high, %d medium, %d low%s; %s; %s. As of %s."
                .formatted(
                        count(assessment, Band.HIGH),
                        count(assessment, Band.MEDIUM),
                        count(assessment, Band.LOW),
                        incidents == 0 ? "" : ", %d happened".formatted(incidents),
                        Figures.count(assessment.questions().size(), "open question"),
                        Figures.count(assessment.gaps().size(), "gap"),
                        assessment.asOf()));
    }

    private static long count(Assessment assessment, Band band) {
        return assessment.shown().stream()
                .filter(r -> r.current().band() == band)
                .count();
    }

    private static void risks(MarkdownText page, List<Risk> shown, Glossary glossary) {
        page.heading(2, "Top risks");
        if (shown.isEmpty()) {
            page.paragraph("No scenario is worth showing.");
            return;
        }
        page.row("Risk", "Band", "L × I", "A year", "Why");
        page.row("---", "---", "---", "---", "---");
        var reasons = new Reasons(glossary);
        for (Risk risk : shown.subList(0, Math.min(ROWS_MAX, shown.size()))) {
            page.row(
                    MarkdownText.escape(glossary.scenario(
                                    risk.threat().id(), risk.part().id())) + "<br>" + MarkdownText.code(risk.id()),
                    risk.incident().happened()
                            ? "**happened**"
                            : risk.current().band().id(),
                    "%d × %d"
                            .formatted(
                                    risk.current().likelihood(), risk.current().impact()),
                    Figures.percent(risk.current().probability()).replace("<", "&lt;"),
                    MarkdownText.escape(reasons.why(risk)));
        }
        page.more(shown.size() - ROWS_MAX);
    }

    private static <T> void rows(MarkdownText page, String title, List<T> items, Function<T, String> text) {
        if (items.isEmpty()) {
            return;
        }
        page.heading(2, title);
        items.stream().limit(ROWS_MAX).forEach(item -> page.item(text.apply(item)));
        page.more(items.size() - ROWS_MAX);
    }

    private static String gap(Gap gap) {
        return "**%s**: %s. %s."
                .formatted(
                        MarkdownText.escape(gap.where()),
                        MarkdownText.escape(gap.what()),
                        MarkdownText.escape(Words.capital(gap.remedy())));
    }

    private static String question(Question question) {
        return "%s %s".formatted(MarkdownText.escape(question.text()), MarkdownText.code(question.id()));
    }

    private static String action(Action action, Glossary glossary) {
        String owner = action.owner().isEmpty() ? "no owner" : action.owner();
        String due = action.due().isEmpty() ? "no date" : action.due() + (action.overdue() ? ", overdue" : "");
        return "[%s] %s, for %s (%s; %s)"
                .formatted(
                        MarkdownText.escape(action.status()),
                        MarkdownText.escape(glossary.mitigation(action.mitigation())),
                        MarkdownText.code(action.scenario()),
                        MarkdownText.escape(owner),
                        MarkdownText.escape(due));
    }

    private static void coverage(MarkdownText page, Assessment assessment) {
        var coverage = assessment.coverage();
        page.heading(2, "Coverage");
        page.paragraph(
                "%s tried on %s and %s: %d fired, %d wait for an answer, %d are ended by controls, %d found nothing to strike."
                        .formatted(
                                Figures.count(coverage.threats().size(), "threat"),
                                Figures.count(coverage.elements(), "element"),
                                Figures.count(coverage.flows(), "flow"),
                                outcomes(assessment, Outcome.FIRED),
                                outcomes(assessment, Outcome.ASKED),
                                outcomes(assessment, Outcome.ANSWERED),
                                outcomes(assessment, Outcome.SILENT)));
    }

    private static long outcomes(Assessment assessment, Outcome outcome) {
        return assessment.coverage().threats().stream()
                .filter(t -> t.outcome() == outcome)
                .count();
    }
}
