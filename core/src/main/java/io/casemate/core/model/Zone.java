package io.casemate.core.model;

/**
 * A trust boundary.
 *
 * @param parent id of the zone around it, empty at the top
 * @param trust 0 (anybody) to 3 (few, vetted), already inherited from the parent where the file states none
 */
public record Zone(String id, String name, String parent, int trust) {
    public Zone {
        if (trust < 0 || trust > 3) {
            throw new IllegalArgumentException("need trust 0 to 3, got %d".formatted(trust));
        }
    }
}
