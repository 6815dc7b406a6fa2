package io.casemate.report.html.page;

import io.casemate.core.risk.Action;
import io.casemate.report.wording.Glossary;
import java.util.Set;

/** One line of the action plan. */
record ActionRow(Action action, QuestionRow.Moved scenario, String mitigation) {
    static ActionRow of(Action action, Set<String> pages, Glossary glossary) {
        String id = action.scenario();
        var scenario = new QuestionRow.Moved(id, QuestionRow.name(id, glossary), pages.contains(id));
        return new ActionRow(action, scenario, glossary.mitigation(action.mitigation()));
    }
}
