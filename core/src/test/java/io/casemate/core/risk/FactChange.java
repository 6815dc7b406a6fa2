package io.casemate.core.risk;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.model.SystemModel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One fact of some parts, stated otherwise.
 *
 * @param where what it is changed at, in words
 * @param said whether a yes or a no takes the place of what was stated, or nothing does
 */
record FactChange(String where, Predicate<Part> at, String fact, Said said) {
    enum Said {
        YES,
        NO,
        NOTHING
    }

    static FactChange everywhere(String fact, boolean value) {
        return new FactChange("everywhere", p -> true, fact, value ? Said.YES : Said.NO);
    }

    static FactChange at(Part part, String fact, Said said) {
        return new FactChange(part.id(), p -> p.id().equals(part.id()), fact, said);
    }

    SystemModel of(SystemModel model) {
        return new SystemModel(
                model.scope(),
                model.assets(),
                model.adversaries(),
                model.zones(),
                model.elements().stream().map(this::of).toList(),
                model.flows().stream().map(this::of).toList(),
                model.treatments(),
                model.reviews());
    }

    private Element of(Element e) {
        return new Element(
                e.id(),
                e.name(),
                e.description(),
                e.kind(),
                e.zone(),
                e.holds(),
                facts(e),
                e.artifacts(),
                e.formerly());
    }

    private Flow of(Flow f) {
        return new Flow(f.id(), f.name(), f.from(), f.to(), f.carries(), facts(f), f.formerly());
    }

    private Map<String, Boolean> facts(Part part) {
        Map<String, Boolean> facts = new HashMap<>(part.facts());
        if (at.test(part)) {
            switch (said) {
                case YES -> facts.put(fact, true);
                case NO -> facts.put(fact, false);
                case NOTHING -> facts.remove(fact);
            }
        }
        return facts;
    }

    @Override
    public String toString() {
        return "%s=%s@%s".formatted(fact, said, where);
    }
}
