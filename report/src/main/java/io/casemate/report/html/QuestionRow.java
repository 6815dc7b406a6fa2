package io.casemate.report.html;

import io.casemate.core.risk.Question;
import io.casemate.report.wording.Glossary;
import java.util.List;

/** One open question. */
record QuestionRow(Question question, String part, List<Matrix.Entry> scenarios, int more) {
    private static final int SCENARIOS_MAX = 4;

    static QuestionRow of(Question question, Glossary glossary) {
        List<Matrix.Entry> entries = question.scenarios().stream()
                .limit(SCENARIOS_MAX)
                .map(id -> new Matrix.Entry(id, name(id, glossary)))
                .toList();
        int more = Math.max(0, question.scenarios().size() - SCENARIOS_MAX);
        return new QuestionRow(question, glossary.name(question.part()), entries, more);
    }

    static String name(String scenario, Glossary glossary) {
        int at = scenario.indexOf('@');
        return at < 0 ? scenario : glossary.scenario(scenario.substring(0, at), scenario.substring(at + 1));
    }
}
