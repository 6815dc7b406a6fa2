package io.casemate.core.risk;

import io.casemate.core.model.Part;
import io.casemate.core.threat.Evaluator.Read;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects unknown facts and how far an answer to each could move a risk. */
final class Questions {
    private record Asked(Part part, String fact, double value, Set<String> scenarios) {}

    private final Map<String, Fact> catalogue;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    Questions(Map<String, Fact> catalogue) {
        this.catalogue = catalogue;
    }

    /** Notes what each open fact of a scenario could change, and returns how far all of them together could. */
    Range ask(String scenario, Scoring.Scored current, Effects effects) {
        Map<String, Reading> favourable = new HashMap<>();
        Map<String, Reading> against = new HashMap<>();
        for (Read read : current.reading().open()) {
            String key = WhatIf.key(read.fact(), read.part());
            boolean good = good(read.fact());
            Rating no = effects.rating(Map.of(key, WhatIf.said(false)));
            Rating yes = effects.rating(Map.of(key, WhatIf.said(true)));
            favourable.put(key, WhatIf.said(good));
            against.put(key, WhatIf.said(!good));
            double now = current.rating().probability();
            double change = Math.max(Math.abs(no.probability() - now), Math.abs(yes.probability() - now));
            note(read.part(), read.fact(), change * current.rating().impact(), scenario);
        }
        if (favourable.isEmpty()) {
            return new Range(current.rating().probability(), current.rating().probability());
        }
        double low = effects.rating(favourable).probability();
        double high = effects.rating(against).probability();
        double now = current.rating().probability();
        return new Range(Math.min(low, now), Math.max(high, now));
    }

    /** Notes the facts that would have to be answered against us for a scenario to hold. */
    void askWhether(String scenario, Set<Read> deciding, Rating ifSo) {
        deciding.forEach(r -> note(r.part(), r.fact(), ifSo.probability() * ifSo.impact(), scenario));
    }

    /** Takes over what another collected. */
    void join(Questions other) {
        other.asked.values().forEach(a -> a.scenarios().forEach(s -> note(a.part(), a.fact(), a.value(), s)));
    }

    /** The most valuable first. */
    List<Question> ranked() {
        List<Question> questions = new ArrayList<>();
        for (Asked a : asked.values()) {
            if (a.value() > 0) {
                Fact fact = catalogue.get(a.fact());
                String text = fact == null ? a.fact() : fact.question();
                questions.add(new Question(
                        a.part().id(), a.fact(), a.part().name() + ": " + text, a.value(), List.copyOf(a.scenarios())));
            }
        }
        questions.sort(Comparator.comparingDouble(Question::value).reversed().thenComparing(Question::id));
        return questions;
    }

    private boolean good(String fact) {
        Fact known = catalogue.get(fact);
        return known == null || known.good();
    }

    private void note(Part part, String fact, double value, String scenario) {
        Asked before = asked.get(WhatIf.key(fact, part));
        Set<String> scenarios = before == null ? new LinkedHashSet<>() : before.scenarios();
        scenarios.add(scenario);
        double most = Math.max(value, before == null ? 0 : before.value());
        asked.put(WhatIf.key(fact, part), new Asked(part, fact, most, scenarios));
    }
}
