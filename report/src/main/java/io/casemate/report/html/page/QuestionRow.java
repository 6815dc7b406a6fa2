package io.casemate.report.html.page;

import io.casemate.core.risk.Question;
import io.casemate.report.wording.Glossary;
import java.util.List;
import java.util.Set;

/** One open question. */
record QuestionRow(Question question, List<Moved> scenarios, int more) {
    private static final int SCENARIOS_MAX = 4;
    private static final int FIRST = 15;
    private static final int ROWS_MAX = 300;

    /**
     * A scenario that an answer would move.
     *
     * @param page whether it has a page of its own
     */
    record Moved(String id, String name, boolean page) {}

    /**
     * The questions worth reading at once, and the others.
     *
     * @param size how many there are, those beyond the most that a page lists included
     */
    record Rows(List<QuestionRow> first, List<QuestionRow> rest, int size) {
        public boolean isEmpty() {
            return first.isEmpty();
        }

        public int unlisted() {
            return size - first.size() - rest.size();
        }
    }

    static Rows of(List<Question> questions, Set<String> pages, Glossary glossary) {
        List<QuestionRow> rows = questions.stream()
                .limit(ROWS_MAX)
                .map(q -> of(q, pages, glossary))
                .toList();
        int cut = Math.min(FIRST, rows.size());
        return new Rows(rows.subList(0, cut), rows.subList(cut, rows.size()), questions.size());
    }

    private static QuestionRow of(Question question, Set<String> pages, Glossary glossary) {
        List<Moved> moved = question.scenarios().stream()
                .limit(SCENARIOS_MAX)
                .map(id -> new Moved(id, name(id, glossary), pages.contains(id)))
                .toList();
        return new QuestionRow(question, moved, Math.max(0, question.scenarios().size() - SCENARIOS_MAX));
    }

    static String name(String scenario, Glossary glossary) {
        int at = scenario.indexOf('@');
        return at < 0 ? scenario : glossary.scenario(scenario.substring(0, at), scenario.substring(at + 1));
    }
}
