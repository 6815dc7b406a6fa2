package io.casemate.scan.result;

/**
 * Where in a file.
 *
 * @param member contents inside the file, as one path: "archive/data.pkl", "inner.zip!a.pkl"; "" for the file itself
 * @param offset byte of that content, or -1 where it is the whole of it
 */
public record Location(String member, long offset) {
    /** As people read it: "archive/data.pkl, byte 17". */
    @Override
    public String toString() {
        if (offset < 0) {
            return member;
        }
        return member.isEmpty() ? "byte " + offset : member + ", byte " + offset;
    }
}
