package io.casemate.core.plan.outcome;

import io.casemate.core.model.Element;
import io.casemate.core.model.Part;
import io.casemate.core.model.Topology;
import io.casemate.core.threat.Condition;
import io.casemate.core.threat.Condition.Neighbour.Direction;
import java.util.List;
import java.util.function.BiConsumer;

/** Finds every fact at every part that the truth of a condition can depend on, whatever the facts are. */
record Mentions(Topology topology) {

    void of(Condition condition, Part part, BiConsumer<String, Part> to) {
        switch (condition) {
            case Condition.FactIs f -> to.accept(f.fact(), part);
            case Condition.All a -> a.of().forEach(c -> of(c, part, to));
            case Condition.Any a -> a.of().forEach(c -> of(c, part, to));
            case Condition.Not n -> of(n.of(), part, to);
            case Condition.Shared s -> of(s.is(), part, to);
            case Condition.Neighbour n -> neighbours(n.direction(), part).forEach(e -> of(n.is(), e, to));
            case Condition.KindIs k -> {}
            case Condition.Handles h -> {}
            case Condition.Trust t -> {}
            case Condition.Crosses c -> {}
            case Condition.Path p -> throw new IllegalStateException("a path is searched, not tested at a part");
        }
    }

    private List<Element> neighbours(Direction direction, Part part) {
        return switch (direction) {
            case FEEDS -> topology.feeds(part.id());
            case FED_BY -> topology.fedBy(part.id());
        };
    }
}
