package io.casemate.core.problem;

/**
 * One thing that is wrong with an input, as its author needs it: where it stands, what it is, what to do.
 *
 * @param where file, line and field as far as they are known: {@code casemate.yaml:41 flows[3].to}
 * @param what what is wrong, in words
 * @param remedy what to do about it, in words; empty where {@code what} says it all
 */
public record Problem(String where, String what, String remedy) {
    @Override
    public String toString() {
        return remedy.isEmpty() ? "%s: %s".formatted(where, what) : "%s: %s; %s".formatted(where, what, remedy);
    }
}
