package io.casemate.cli.assess;

import io.casemate.cli.terminal.Lines;
import io.casemate.cli.terminal.Style;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Question;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Figures;
import java.util.List;
import java.util.Locale;

/** What a terminal shows of an assessment: the worst first, and what to do next. */
final class AssessmentText {
    private static final String INDENT = "        ";

    private final Assessment assessment;
    private final Knowledge knowledge;
    private final Style style;
    private final int columns;
    private final int top;
    private final StringBuilder text = new StringBuilder();

    private AssessmentText(Assessment assessment, Knowledge knowledge, Style style, int columns, int top) {
        this.assessment = assessment;
        this.knowledge = knowledge;
        this.style = style;
        this.columns = columns;
        this.top = top;
    }

    /** @param top how many risks, questions and gaps at most */
    static String of(Assessment assessment, Knowledge knowledge, Style style, int columns, int top) {
        var whole = new AssessmentText(assessment, knowledge, style, columns, top);
        whole.head();
        whole.incidents();
        whole.risks();
        whole.questions();
        whole.gaps();
        whole.counts();
        return whole.text.toString();
    }

    private void head() {
        String name = assessment.topology().model().scope().name();
        line("%s  %s".formatted(style.bold(name), style.faint("as of " + assessment.asOf())));
        line("%s, %s, %s tried"
                .formatted(
                        Figures.count(assessment.coverage().elements(), "element"),
                        Figures.count(assessment.coverage().flows(), "flow"),
                        Figures.count(assessment.coverage().threats().size(), "threat")));
    }

    private void incidents() {
        for (Risk risk : assessment.risks()) {
            if (risk.incident().happened()) {
                line("");
                line("%s  %s".formatted(style.red("INCIDENT"), style.bold(risk.id())));
                paragraph("%s, since %s"
                        .formatted(risk.incident().evidence(), risk.incident().since()));
            }
        }
    }

    private void risks() {
        List<Risk> shown = assessment.shown();
        heading(shown.isEmpty() ? "No risk of medium band or above" : "Top risks");
        for (Risk risk : shown.subList(0, Math.min(top, shown.size()))) {
            Rating now = risk.current();
            line("  %s  %s  %d x %d  %s a year"
                    .formatted(
                            band(now.band()),
                            style.bold(risk.id()),
                            now.likelihood(),
                            now.impact(),
                            Figures.percent(now.probability())));
            paragraph(risk.story());
        }
        more(shown.size() - top, "shown in the report");
    }

    private String band(Band band) {
        String word = "%-6s".formatted(band.id().toUpperCase(Locale.ROOT));
        return switch (band) {
            case HIGH -> style.red(word);
            case MEDIUM -> style.yellow(word);
            case LOW -> style.green(word);
        };
    }

    private void questions() {
        List<Question> questions = assessment.questions();
        if (questions.isEmpty()) {
            return;
        }
        heading("Top questions, by how far an answer can move risk (probability x impact)");
        for (Question question : questions.subList(0, Math.min(top, questions.size()))) {
            line("  %-6s  %s".formatted(Figures.amount(question.value()), style.bold(question.id())));
            paragraph(question.text());
        }
        more(questions.size() - top, "with 'casemate questions'");
    }

    private void gaps() {
        List<Gap> gaps = assessment.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        heading("Could not look");
        for (Gap gap : gaps.subList(0, Math.min(top, gaps.size()))) {
            text.append(Lines.wrap(
                            "%s: %s; %s".formatted(gap.where(), gap.what(), gap.remedy()), columns, "  ", INDENT))
                    .append('\n');
        }
        more(gaps.size() - top, "in the report");
    }

    private void counts() {
        line("");
        int hidden = assessment.risks().size() - assessment.shown().size();
        line("%d high, %d medium, %d low; %d low without evidence hidden; %d ended by controls"
                .formatted(
                        shown(Band.HIGH),
                        shown(Band.MEDIUM),
                        shown(Band.LOW),
                        hidden,
                        assessment.answered().size()));
        line("outlook: %s".formatted(outlook()));
    }

    private String outlook() {
        return switch (assessment.outlook(knowledge.weights().bands())) {
            case CALM -> style.green("calm") + ", and no open question can make a risk high";
            case UNDECIDED -> style.yellow("undecided") + ": an open question could make a risk high";
            case HIGH -> style.red("high");
        };
    }

    private long shown(Band band) {
        return assessment.shown().stream()
                .filter(r -> r.current().band() == band)
                .count();
    }

    private void heading(String heading) {
        line("");
        line(style.bold(heading));
    }

    private void more(int number, String where) {
        if (number > 0) {
            line("  %s".formatted(style.faint("and %d more %s".formatted(number, where))));
        }
    }

    private void paragraph(String words) {
        text.append(Lines.wrap(words, columns, INDENT)).append('\n');
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
