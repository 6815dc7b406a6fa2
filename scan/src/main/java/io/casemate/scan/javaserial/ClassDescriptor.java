package io.casemate.scan.javaserial;

import org.jspecify.annotations.Nullable;

/** A class as a stream describes it. Known by a number before its superclass is, so that is set later. */
final class ClassDescriptor {
    private static final int WRITE_METHOD = 1;
    private static final int SERIALIZABLE = 2;
    private static final int EXTERNALIZABLE = 4;
    private static final int BLOCK_DATA = 8;

    final String name;
    private int flags;
    private String fields = "";
    private @Nullable ClassDescriptor parent;

    ClassDescriptor(String name) {
        this.name = name;
    }

    /** @param types the types of its fields, one letter each: "IDL[" */
    void describe(int how, String types) {
        flags = how;
        fields = types;
    }

    void extend(@Nullable ClassDescriptor superclass) {
        parent = superclass;
    }

    @Nullable ClassDescriptor parent() {
        return parent;
    }

    /** Types of the fields whose values the stream holds. */
    String fields() {
        return (flags & SERIALIZABLE) == 0 ? "" : fields;
    }

    /** Whether things of the class's own choice follow its fields. */
    boolean annotates() {
        return (flags & (SERIALIZABLE | WRITE_METHOD)) == (SERIALIZABLE | WRITE_METHOD)
                || (flags & (EXTERNALIZABLE | BLOCK_DATA)) == (EXTERNALIZABLE | BLOCK_DATA);
    }

    /** Whether its values cannot be told from what follows: what Java 1.1 wrote. */
    boolean unbounded() {
        return (flags & EXTERNALIZABLE) != 0 && (flags & BLOCK_DATA) == 0;
    }
}
