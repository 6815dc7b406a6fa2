package io.casemate.gate.rule;

import io.casemate.core.policy.Each;
import io.casemate.core.verdict.Ruling;
import io.casemate.gate.subject.Subjects;
import java.util.List;

/** One rule, ready to be asked. */
public sealed interface Rule permits ConditionRule, EvidenceRule, BudgetRule {
    String id();

    /** What it is asked of. */
    Each each();

    /** One ruling for each subject that it is asked of. */
    List<Ruling> rulings(Subjects subjects);
}
