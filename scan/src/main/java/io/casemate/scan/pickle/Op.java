package io.casemate.scan.pickle;

/** Opcodes of protocols 0 to 5 by the names of CPython's Lib/pickletools.py. */
final class Op {
    static final int MARK = '(';
    static final int STOP = '.';
    static final int POP = '0';
    static final int POP_MARK = '1';
    static final int DUP = '2';
    static final int FLOAT = 'F';
    static final int INT = 'I';
    static final int BININT = 'J';
    static final int BININT1 = 'K';
    static final int LONG = 'L';
    static final int BININT2 = 'M';
    static final int NONE = 'N';
    static final int PERSID = 'P';
    static final int BINPERSID = 'Q';
    static final int REDUCE = 'R';
    static final int STRING = 'S';
    static final int BINSTRING = 'T';
    static final int SHORT_BINSTRING = 'U';
    static final int UNICODE = 'V';
    static final int BINUNICODE = 'X';
    static final int APPEND = 'a';
    static final int BUILD = 'b';
    static final int GLOBAL = 'c';
    static final int DICT = 'd';
    static final int EMPTY_DICT = '}';
    static final int APPENDS = 'e';
    static final int GET = 'g';
    static final int BINGET = 'h';
    static final int INST = 'i';
    static final int LONG_BINGET = 'j';
    static final int LIST = 'l';
    static final int EMPTY_LIST = ']';
    static final int OBJ = 'o';
    static final int PUT = 'p';
    static final int BINPUT = 'q';
    static final int LONG_BINPUT = 'r';
    static final int SETITEM = 's';
    static final int TUPLE = 't';
    static final int EMPTY_TUPLE = ')';
    static final int SETITEMS = 'u';
    static final int BINFLOAT = 'G';
    static final int PROTO = 0x80;
    static final int NEWOBJ = 0x81;
    static final int EXT1 = 0x82;
    static final int EXT2 = 0x83;
    static final int EXT4 = 0x84;
    static final int TUPLE1 = 0x85;
    static final int TUPLE2 = 0x86;
    static final int TUPLE3 = 0x87;
    static final int NEWTRUE = 0x88;
    static final int NEWFALSE = 0x89;
    static final int LONG1 = 0x8a;
    static final int LONG4 = 0x8b;
    static final int BINBYTES = 'B';
    static final int SHORT_BINBYTES = 'C';
    static final int SHORT_BINUNICODE = 0x8c;
    static final int BINUNICODE8 = 0x8d;
    static final int BINBYTES8 = 0x8e;
    static final int EMPTY_SET = 0x8f;
    static final int ADDITEMS = 0x90;
    static final int FROZENSET = 0x91;
    static final int NEWOBJ_EX = 0x92;
    static final int STACK_GLOBAL = 0x93;
    static final int MEMOIZE = 0x94;
    static final int FRAME = 0x95;
    static final int BYTEARRAY8 = 0x96;
    static final int NEXT_BUFFER = 0x97;
    static final int READONLY_BUFFER = 0x98;

    private Op() {}

    /** How the argument of an opcode is written. */
    enum Form {
        /** No opcode. */
        INVALID,
        /** So many bytes. */
        FIXED,
        /** One line, without the newline. */
        LINE,
        /** Two lines. */
        TWO_LINES,
        /** A length of so many bytes, then as many bytes as it says. */
        COUNTED
    }

    static Form form(int op) {
        return switch (op) {
            case FLOAT, INT, LONG, PERSID, STRING, UNICODE, GET, PUT -> Form.LINE;
            case GLOBAL, INST -> Form.TWO_LINES;
            case BINSTRING,
                    SHORT_BINSTRING,
                    BINUNICODE,
                    LONG1,
                    LONG4,
                    BINBYTES,
                    SHORT_BINBYTES,
                    SHORT_BINUNICODE,
                    BINUNICODE8,
                    BINBYTES8,
                    BYTEARRAY8 -> Form.COUNTED;
            case MARK,
                    STOP,
                    POP,
                    POP_MARK,
                    DUP,
                    BININT,
                    BININT1,
                    BININT2,
                    NONE,
                    BINPERSID,
                    REDUCE,
                    APPEND,
                    BUILD,
                    DICT,
                    EMPTY_DICT,
                    APPENDS,
                    BINGET,
                    LONG_BINGET,
                    LIST,
                    EMPTY_LIST,
                    OBJ,
                    BINPUT,
                    LONG_BINPUT,
                    SETITEM,
                    TUPLE,
                    EMPTY_TUPLE,
                    SETITEMS,
                    BINFLOAT,
                    PROTO,
                    NEWOBJ,
                    EXT1,
                    EXT2,
                    EXT4,
                    TUPLE1,
                    TUPLE2,
                    TUPLE3,
                    NEWTRUE,
                    NEWFALSE,
                    EMPTY_SET,
                    ADDITEMS,
                    FROZENSET,
                    NEWOBJ_EX,
                    STACK_GLOBAL,
                    MEMOIZE,
                    FRAME,
                    NEXT_BUFFER,
                    READONLY_BUFFER -> Form.FIXED;
            default -> Form.INVALID;
        };
    }

    /** Bytes of the argument, or of its length. */
    static int width(int op) {
        return switch (op) {
            case BININT1, BINGET, BINPUT, PROTO, EXT1, LONG1, SHORT_BINSTRING, SHORT_BINBYTES, SHORT_BINUNICODE -> 1;
            case BININT2, EXT2 -> 2;
            case BININT, LONG_BINGET, LONG_BINPUT, EXT4, LONG4, BINSTRING, BINUNICODE, BINBYTES -> 4;
            case BINFLOAT, FRAME, BINUNICODE8, BINBYTES8, BYTEARRAY8 -> 8;
            default -> 0;
        };
    }
}
