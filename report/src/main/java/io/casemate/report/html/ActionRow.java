package io.casemate.report.html;

import io.casemate.core.risk.Action;
import io.casemate.report.wording.Glossary;

/** One line of the action plan. */
record ActionRow(Action action, String scenario, String mitigation) {
    static ActionRow of(Action action, Glossary glossary) {
        return new ActionRow(
                action, QuestionRow.name(action.scenario(), glossary), glossary.mitigation(action.mitigation()));
    }
}
