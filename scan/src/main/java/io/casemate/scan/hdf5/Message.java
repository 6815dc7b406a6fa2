package io.casemate.scan.hdf5;

/**
 * A message of an object header.
 *
 * @param type kind of message, as in section IV.A.2 of the specification
 * @param shared whether its bytes only say where the message is
 * @param offset where its bytes begin
 * @param length how many they are
 */
record Message(int type, boolean shared, long offset, long length) {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int LINK = 0x06;
    static final int EXTERNAL_FILES = 0x07;
    static final int LAYOUT = 0x08;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int SHARED_TABLE = 0x0f;
    static final int CONTINUATION = 0x10;
    static final int SYMBOL_TABLE = 0x11;
    static final int ATTRIBUTE_INFO = 0x15;
}
