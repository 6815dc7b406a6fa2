package io.casemate.report.text;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Question;
import io.casemate.report.wording.Figures;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;

/** The open questions for a terminal, the most valuable first. */
public final class QuestionsText {
    private QuestionsText() {}

    public static String of(Assessment assessment, Knowledge knowledge) {
        var glossary = Glossary.of(knowledge, assessment.topology());
        if (assessment.questions().isEmpty()) {
            return "No open question could move a risk.\n";
        }
        StringBuilder out = new StringBuilder("value  question\n");
        for (Question question : assessment.questions()) {
            out.append("%5s  %s: %s\n       facts: {%s: yes|no} at %s; moves %s\n"
                    .formatted(
                            Figures.amount(question.value()),
                            glossary.name(question.part()),
                            question.text(),
                            question.fact(),
                            question.part(),
                            Words.some(question.scenarios(), 3)));
        }
        return out.toString();
    }
}
