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

/**
 * Reads facts as a model states them and as the knowledge base presumes them.
 *
 * @param facts the declared facts by id
 */
public record FactBook(Map<String, Fact> facts) implements Facts {
    private static final Reading YES = new Reading(true, Basis.STATED, "");
    private static final Reading NO = new Reading(false, Basis.STATED, "");
    private static final Reading IRRELEVANT = new Reading(false, Basis.IRRELEVANT, "");
    private static final Reading UNKNOWN = new Reading(false, Basis.UNKNOWN, "");

    public FactBook {
        facts = Map.copyOf(facts);
    }

    /**
     * What is stated counts, whatever the kind of part; then the first presumption that fits. Where the fact makes no sense for
     * the kind of part, an unknown is irrelevant.
     */
    @Override
    public Reading read(Part part, String id) {
        Boolean stated = part.facts().get(id);
        if (stated != null) {
            return stated ? YES : NO;
        }
        Fact fact = fact(id);
        if (!relevant(fact, part)) {
            return IRRELEVANT;
        }
        for (Presumption presumption : fact.presumptions()) {
            if (fits(presumption, part)) {
                return new Reading(presumption.value(), Basis.PRESUMED, presumption.because());
            }
        }
        return UNKNOWN;
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
