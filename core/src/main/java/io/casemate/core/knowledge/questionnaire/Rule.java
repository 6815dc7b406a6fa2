package io.casemate.core.knowledge.questionnaire;

import io.casemate.core.threat.Truth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A condition over answers. */
public sealed interface Rule {
    /** A question is answered with yes. */
    record Yes(String question) implements Rule {}

    record All(List<Rule> of) implements Rule {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Rule> of) implements Rule {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Rule of) implements Rule {}

    /** Whether it holds; {@link Truth#ASK} where that hangs on a question without answer. */
    default Truth truth(Map<String, Boolean> answers) {
        return truth(id -> {
            Boolean answer = answers.get(id);
            return answer == null ? Truth.ASK : answer ? Truth.YES : Truth.NO;
        });
    }

    private Truth truth(Function<String, Truth> answers) {
        return switch (this) {
            case Yes yes -> answers.apply(yes.question());
            case All all -> all.of().stream().map(r -> r.truth(answers)).reduce(Truth.YES, Truth::and);
            case Any any -> any.of().stream().map(r -> r.truth(answers)).reduce(Truth.NO, Truth::or);
            case Not not ->
                switch (not.of().truth(answers)) {
                    case YES -> Truth.NO;
                    case NO -> Truth.YES;
                    case ASK, PRESUMED -> Truth.ASK;
                };
        };
    }

    /** The questions it asks, in their order. */
    default Set<String> questions() {
        Set<String> questions = new LinkedHashSet<>();
        switch (this) {
            case Yes yes -> questions.add(yes.question());
            case All all -> all.of().forEach(r -> questions.addAll(r.questions()));
            case Any any -> any.of().forEach(r -> questions.addAll(r.questions()));
            case Not not -> questions.addAll(not.of().questions());
        }
        return questions;
    }
}
