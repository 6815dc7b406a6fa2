package io.casemate.scan.hdf5;

/** An entry of a group. */
sealed interface Link {
    String name();

    /** To an object of this file. */
    record Hard(String name, long address) implements Link {}

    /** To a path in this file, resolved when it is used. */
    record Soft(String name, String path) implements Link {}

    /** To an object of another file. */
    record External(String name, String file, String path, long offset) implements Link {}

    /** Of a kind that a plug-in of the reader defines. */
    record Foreign(String name, int kind, long offset) implements Link {}
}
