package io.casemate.core.compliance;

import io.casemate.core.model.Money;
import io.casemate.core.model.SystemModel;
import java.util.Set;

/** What a model writes down, counted. */
final class ModelContent {
    static final Set<String> KEYS = Set.of(
            "description",
            "owner",
            "included",
            "excluded",
            "objectives",
            "regulations",
            "assets",
            "losses",
            "adversaries",
            "zones",
            "elements",
            "flows",
            "treatments",
            "reviews");

    private ModelContent() {}

    /** How many of these there are; of a text, whether it is there. */
    static long count(SystemModel model, String key) {
        return switch (key) {
            case "description" -> model.scope().description().isBlank() ? 0 : 1;
            case "owner" -> model.scope().owner().isBlank() ? 0 : 1;
            case "included" -> model.scope().included().size();
            case "excluded" -> model.scope().excluded().size();
            case "objectives" -> model.scope().objectives().size();
            case "regulations" -> model.scope().regulations().size();
            case "assets" -> model.assets().size();
            case "losses" ->
                model.assets().stream()
                        .filter(a -> !a.loss().equals(Money.UNSTATED))
                        .count();
            case "adversaries" -> model.adversaries().size();
            case "zones" -> model.zones().size();
            case "elements" -> model.elements().size();
            case "flows" -> model.flows().size();
            case "treatments" -> model.treatments().size();
            case "reviews" -> model.reviews().size();
            default -> throw new IllegalArgumentException("no content '%s'".formatted(key));
        };
    }
}
