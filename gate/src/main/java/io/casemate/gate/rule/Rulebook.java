package io.casemate.gate.rule;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.policy.Each;
import io.casemate.core.policy.EvidenceDemand;
import io.casemate.core.policy.GateSection;
import io.casemate.core.policy.RuleText;
import io.casemate.core.policy.Switched;
import io.casemate.core.policy.Written;
import io.casemate.core.problem.Spelling;
import io.casemate.core.yaml.YamlProblems;
import io.casemate.gate.expression.Expression;
import io.casemate.gate.expression.Language;
import io.casemate.gate.expression.Template;
import io.casemate.gate.expression.Type;
import io.casemate.gate.subject.Subjects;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that hold: the built-in ones, but for those replaced or left out, then the organisation's.
 *
 * @param rules by id, in that order
 * @param notes which built-in rules are left out, and why
 */
public record Rulebook(Map<String, Rule> rules, List<String> notes) {

    /**
     * The rules of both sections.
     *
     * @param builtIn the built-in section
     * @param own the organisation's section
     * @param problems takes what is wrong with the organisation's
     */
    public static Rulebook of(GateSection builtIn, GateSection own, Knowledge knowledge, YamlProblems problems) {
        return new Compiler(knowledge, problems).compile(builtIn, own);
    }

    private static final class Compiler {
        private final Knowledge knowledge;
        private final YamlProblems problems;
        private final Map<Each, Language> languages = new EnumMap<>(Each.class);
        private final Map<String, Rule> rules = new LinkedHashMap<>();

        Compiler(Knowledge knowledge, YamlProblems problems) {
            this.knowledge = knowledge;
            this.problems = problems;
        }

        Rulebook compile(GateSection builtIn, GateSection own) {
            List<String> notes = new ArrayList<>();
            if (own.builtIn()) {
                add(builtIn);
            } else {
                notes.add("the built-in rules do not hold: default-rules is no");
            }
            for (Switched without : own.without()) {
                if (rules.remove(without.rule().text()) == null) {
                    problems.add(
                            without.rule().line(),
                            without.rule().path(),
                            "unknown rule '%s'".formatted(without.rule().text()),
                            Spelling.remedy(without.rule().text(), rules.keySet()));
                } else {
                    notes.add("the rule %s is left out: %s"
                            .formatted(without.rule().text(), without.reason()));
                }
            }
            add(own);
            return new Rulebook(rules, notes);
        }

        private void add(GateSection section) {
            section.rules().forEach(text -> rule(text).ifPresent(rule -> rules.put(rule.id(), rule)));
            section.budgets().forEach((band, most) -> rules.put(BudgetRule.id(band), new BudgetRule(band, most)));
            section.evidence().forEach(demand -> demand(demand).ifPresent(rule -> rules.put(rule.id(), rule)));
        }

        private Optional<Rule> rule(RuleText text) {
            Language language = language(text.each());
            Optional<Expression> when = condition(text.when(), language);
            Optional<Expression> require = condition(text.require(), language);
            Template message = Template.of(text.message(), language, problems);
            Template remedy = Template.of(text.remedy(), language, problems);
            return require.map(r -> new ConditionRule(text, when, r, message, remedy));
        }

        private Optional<Rule> demand(EvidenceDemand demand) {
            Language language = language(demand.each());
            Optional<Expression> when = condition(demand.when(), language);
            if (!demand.control().isEmpty()
                    && !knowledge.mitigations().containsKey(demand.control())
                    && !knowledge.facts().containsKey(demand.control())) {
                List<String> known = new ArrayList<>(knowledge.mitigations().keySet());
                known.addAll(knowledge.facts().keySet());
                problems.add(
                        demand.line(),
                        "gate.evidence",
                        "unknown control '%s'".formatted(demand.control()),
                        Spelling.remedy(demand.control(), known, "see casemate knowledge list mitigations"));
            }
            return Optional.of(new EvidenceRule(demand, when, Template.of(demand.remedy(), language, problems)));
        }

        private Optional<Expression> condition(Written written, Language language) {
            return written.present() ? language.condition(written, problems) : Optional.empty();
        }

        private Language language(Each each) {
            return languages.computeIfAbsent(each, kind -> {
                Map<String, Type> variables = new LinkedHashMap<>(Subjects.variable(kind, knowledge));
                variables.putAll(Subjects.variables(knowledge));
                return new Language(variables);
            });
        }
    }
}
