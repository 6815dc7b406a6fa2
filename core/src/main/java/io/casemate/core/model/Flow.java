package io.casemate.core.model;

import java.util.List;
import java.util.Map;

/**
 * An arrow of the data-flow diagram, from who sends to who receives.
 *
 * @param name the words on the arrow
 * @param carries ids of the assets that travel on it
 */
public record Flow(
        String id,
        String name,
        String from,
        String to,
        List<String> carries,
        Map<String, Boolean> facts,
        List<String> formerly)
        implements Part {
    public Flow {
        carries = List.copyOf(carries);
        facts = Map.copyOf(facts);
        formerly = List.copyOf(formerly);
    }

    @Override
    public List<String> assets() {
        return carries;
    }
}
