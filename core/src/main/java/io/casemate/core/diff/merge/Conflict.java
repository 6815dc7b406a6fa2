package io.casemate.core.diff.merge;

/**
 * Something that both versions changed, each in its way. The merged text has what OURS says.
 *
 * @param where file, line and place in OURS
 * @param what the contradiction in words
 * @param ours what OURS says, shortened; empty where it says nothing
 * @param theirs what THEIRS says, shortened; empty where it says nothing
 * @param remedy what to do
 */
public record Conflict(String where, String what, String ours, String theirs, String remedy) {
    @Override
    public String toString() {
        String values =
                ours.isEmpty() && theirs.isEmpty() ? "" : " (ours: %s; theirs: %s)".formatted(said(ours), said(theirs));
        return "%s: %s%s; %s".formatted(where, what, values, remedy);
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
