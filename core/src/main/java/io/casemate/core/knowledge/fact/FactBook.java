package io.casemate.core.knowledge.fact;

import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.threat.Fact;
import io.casemate.core.threat.Fact.Presumption;
import io.casemate.core.threat.Facts;
import io.casemate.core.threat.Reading;
import io.casemate.core.threat.Reading.Basis;
import java.util.Map;
import java.util.Optional;

/**
 * Reads facts as a model states them and as the knowledge base presumes them.
 *
 * @param facts the declared facts by id
 */
public record FactBook(Map<String, Fact> facts) implements Facts {
    public FactBook {
        facts = Map.copyOf(facts);
    }

    /**
     * What is stated counts, whatever the kind of part; then the first presumption that fits. Where the fact makes no sense for
     * the kind of part, an unknown is irrelevant.
     */
    @Override
    public Reading read(Part part, String id) {
        Optional<Boolean> stated = Optional.ofNullable(part.facts().get(id));
        if (stated.isPresent()) {
            return new Reading(stated.get(), Basis.STATED, "");
        }
        Fact fact = fact(id);
        if (!relevant(fact, part)) {
            return new Reading(false, Basis.IRRELEVANT, "");
        }
        for (Presumption presumption : fact.presumptions()) {
            if (fits(presumption, part)) {
                return new Reading(presumption.value(), Basis.PRESUMED, presumption.because());
            }
        }
        return new Reading(false, Basis.UNKNOWN, "");
    }

    private Fact fact(String id) {
        Fact fact = facts.get(id);
        if (fact == null) {
            throw new IllegalArgumentException("no fact '%s'".formatted(id));
        }
        return fact;
    }

    private static boolean relevant(Fact fact, Part part) {
        return switch (part) {
            case Element e -> fact.kinds().contains(e.kind());
            case Flow f -> fact.flows();
        };
    }

    private static boolean fits(Presumption presumption, Part part) {
        boolean kind = presumption.kinds().isEmpty()
                || (part instanceof Element e && presumption.kinds().contains(e.kind()));
        return kind && (presumption.where().isEmpty() || part.facts().getOrDefault(presumption.where(), false));
    }
}
