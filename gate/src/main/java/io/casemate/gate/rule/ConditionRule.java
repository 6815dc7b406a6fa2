package io.casemate.gate.rule;

import io.casemate.core.policy.Each;
import io.casemate.core.policy.RuleText;
import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.gate.expression.Expression;
import io.casemate.gate.expression.Template;
import io.casemate.gate.subject.Subject;
import io.casemate.gate.subject.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition that must hold for each subject. */
record ConditionRule(RuleText text, Optional<Expression> when, Expression require, Template message, Template remedy)
        implements Rule {
    @Override
    public String id() {
        return text.id();
    }

    @Override
    public Each each() {
        return text.each();
    }

    @Override
    public List<Ruling> rulings(Subjects subjects) {
        List<Ruling> rulings = new ArrayList<>();
        for (Subject subject : subjects.of(text.each())) {
            Map<String, Object> variables = subjects.with(text.each(), subject);
            if (when.map(w -> w.holds(variables)).orElse(true)) {
                rulings.add(ruling(subject, variables));
            }
        }
        return rulings;
    }

    private Ruling ruling(Subject subject, Map<String, Object> variables) {
        boolean holds = require.holds(variables);
        return new Ruling(
                id(),
                text.title(),
                subject.id(),
                holds ? Outcome.PASS : text.otherwise(),
                holds ? "" : said(variables),
                holds ? "" : remedy.fill(variables),
                "",
                subject.place());
    }

    private String said(Map<String, Object> variables) {
        return text.message().present()
                ? message.fill(variables)
                : "is not so: %s".formatted(text.require().text());
    }
}
