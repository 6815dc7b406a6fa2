package io.casemate.scan.protobuf;

/** How the value of a field is stored. */
public enum WireType {
    VARINT,
    FIXED64,
    DELIMITED,
    /** Begin or end of a group: no value of its own. */
    GROUP,
    FIXED32;

    static WireType of(int bits, long offset) {
        return switch (bits) {
            case 0 -> VARINT;
            case 1 -> FIXED64;
            case 2 -> DELIMITED;
            case 3, 4 -> GROUP;
            case 5 -> FIXED32;
            default -> throw new IndexOutOfBoundsException("wire type %d at %d".formatted(bits, offset));
        };
    }
}
