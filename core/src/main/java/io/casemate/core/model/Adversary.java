package io.casemate.core.model;

import java.util.List;

/**
 * Somebody who may attack the system.
 *
 * @param capability what they can do
 * @param likelihood how often they try
 * @param access ids of the zones and elements where they stand; empty means where their profile stands by default
 */
public record Adversary(
        String id,
        String name,
        AdversaryProfile profile,
        String motivation,
        Level capability,
        Level likelihood,
        List<String> access) {
    public Adversary {
        access = List.copyOf(access);
    }
}
