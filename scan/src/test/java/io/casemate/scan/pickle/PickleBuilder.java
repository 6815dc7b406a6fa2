package io.casemate.scan.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a pickle opcode by opcode, by the names of CPython's Lib/pickletools.py. {@code stop()} gives the bytes. */
public final class PickleBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PickleBuilder() {}

    /** Without a PROTO opcode. */
    public static PickleBuilder pickle() {
        return new PickleBuilder();
    }

    public static PickleBuilder pickle(int protocol) {
        return pickle().op(Op.PROTO).raw(protocol);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public byte[] stop() {
        return op(Op.STOP).bytes();
    }

    public int length() {
        return out.size();
    }

    public PickleBuilder op(int opcode) {
        out.write(opcode);
        return this;
    }

    public PickleBuilder raw(int... bytes) {
        for (int value : bytes) {
            out.write(value);
        }
        return this;
    }

    public PickleBuilder raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private PickleBuilder line(int opcode, String text) {
        return op(opcode).raw(text.getBytes(StandardCharsets.UTF_8)).raw('\n');
    }

    private PickleBuilder little(int width, long value) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        out.write(bytes, 0, width);
        return this;
    }

    private PickleBuilder counted(int opcode, int width, byte[] bytes) {
        return op(opcode).little(width, bytes.length).raw(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public PickleBuilder mark() {
        return op(Op.MARK);
    }

    public PickleBuilder none() {
        return op(Op.NONE);
    }

    public PickleBuilder newtrue() {
        return op(Op.NEWTRUE);
    }

    public PickleBuilder newfalse() {
        return op(Op.NEWFALSE);
    }

    public PickleBuilder intLine(String digits) {
        return line(Op.INT, digits);
    }

    public PickleBuilder longLine(String digits) {
        return line(Op.LONG, digits);
    }

    public PickleBuilder floatLine(String digits) {
        return line(Op.FLOAT, digits);
    }

    public PickleBuilder binint(int value) {
        return op(Op.BININT).little(4, value);
    }

    public PickleBuilder binint1(int value) {
        return op(Op.BININT1).little(1, value);
    }

    public PickleBuilder binint2(int value) {
        return op(Op.BININT2).little(2, value);
    }

    public PickleBuilder long1(byte... little) {
        return counted(Op.LONG1, 1, little);
    }

    public PickleBuilder long4(byte... little) {
        return counted(Op.LONG4, 4, little);
    }

    public PickleBuilder binfloat(double value) {
        return op(Op.BINFLOAT).little(8, Long.reverseBytes(Double.doubleToLongBits(value)));
    }

    /** STRING: the literal with its quotes. */
    public PickleBuilder stringLine(String literal) {
        return line(Op.STRING, literal);
    }

    public PickleBuilder binstring(String text) {
        return counted(Op.BINSTRING, 4, utf8(text));
    }

    public PickleBuilder shortBinstring(String text) {
        return counted(Op.SHORT_BINSTRING, 1, utf8(text));
    }

    public PickleBuilder unicodeLine(String escaped) {
        return line(Op.UNICODE, escaped);
    }

    public PickleBuilder binunicode(String text) {
        return counted(Op.BINUNICODE, 4, utf8(text));
    }

    /** SHORT_BINUNICODE. */
    public PickleBuilder text(String text) {
        return counted(Op.SHORT_BINUNICODE, 1, utf8(text));
    }

    public PickleBuilder binunicode8(String text) {
        return counted(Op.BINUNICODE8, 8, utf8(text));
    }

    public PickleBuilder binbytes(byte... bytes) {
        return counted(Op.BINBYTES, 4, bytes);
    }

    public PickleBuilder shortBinbytes(byte... bytes) {
        return counted(Op.SHORT_BINBYTES, 1, bytes);
    }

    public PickleBuilder binbytes8(byte... bytes) {
        return counted(Op.BINBYTES8, 8, bytes);
    }

    public PickleBuilder bytearray8(byte... bytes) {
        return counted(Op.BYTEARRAY8, 8, bytes);
    }

    /** An opcode with a length that nothing follows. */
    public PickleBuilder length(int opcode, long length) {
        return op(opcode).little(Op.width(opcode), length);
    }

    public PickleBuilder nextBuffer() {
        return op(Op.NEXT_BUFFER);
    }

    public PickleBuilder readonlyBuffer() {
        return op(Op.READONLY_BUFFER);
    }

    public PickleBuilder global(String module, String name) {
        return line(Op.GLOBAL, module + "\n" + name);
    }

    public PickleBuilder inst(String module, String name) {
        return line(Op.INST, module + "\n" + name);
    }

    /** STACK_GLOBAL. */
    public PickleBuilder stackGlobal() {
        return op(Op.STACK_GLOBAL);
    }

    /** Module and name as texts, then STACK_GLOBAL. */
    public PickleBuilder stackGlobal(String module, String name) {
        return text(module).text(name).stackGlobal();
    }

    public PickleBuilder obj() {
        return op(Op.OBJ);
    }

    public PickleBuilder newobj() {
        return op(Op.NEWOBJ);
    }

    public PickleBuilder newobjEx() {
        return op(Op.NEWOBJ_EX);
    }

    public PickleBuilder reduce() {
        return op(Op.REDUCE);
    }

    public PickleBuilder build() {
        return op(Op.BUILD);
    }

    public PickleBuilder ext1(int code) {
        return op(Op.EXT1).little(1, code);
    }

    public PickleBuilder ext2(int code) {
        return op(Op.EXT2).little(2, code);
    }

    public PickleBuilder ext4(int code) {
        return op(Op.EXT4).little(4, code);
    }

    public PickleBuilder persid(String id) {
        return line(Op.PERSID, id);
    }

    public PickleBuilder binpersid() {
        return op(Op.BINPERSID);
    }

    public PickleBuilder emptyTuple() {
        return op(Op.EMPTY_TUPLE);
    }

    public PickleBuilder tuple1() {
        return op(Op.TUPLE1);
    }

    public PickleBuilder tuple2() {
        return op(Op.TUPLE2);
    }

    public PickleBuilder tuple3() {
        return op(Op.TUPLE3);
    }

    public PickleBuilder tuple() {
        return op(Op.TUPLE);
    }

    public PickleBuilder emptyList() {
        return op(Op.EMPTY_LIST);
    }

    public PickleBuilder list() {
        return op(Op.LIST);
    }

    public PickleBuilder append() {
        return op(Op.APPEND);
    }

    public PickleBuilder appends() {
        return op(Op.APPENDS);
    }

    public PickleBuilder emptyDict() {
        return op(Op.EMPTY_DICT);
    }

    public PickleBuilder dict() {
        return op(Op.DICT);
    }

    public PickleBuilder setitem() {
        return op(Op.SETITEM);
    }

    public PickleBuilder setitems() {
        return op(Op.SETITEMS);
    }

    public PickleBuilder emptySet() {
        return op(Op.EMPTY_SET);
    }

    public PickleBuilder additems() {
        return op(Op.ADDITEMS);
    }

    public PickleBuilder frozenset() {
        return op(Op.FROZENSET);
    }

    public PickleBuilder pop() {
        return op(Op.POP);
    }

    public PickleBuilder popMark() {
        return op(Op.POP_MARK);
    }

    public PickleBuilder dup() {
        return op(Op.DUP);
    }

    public PickleBuilder memoize() {
        return op(Op.MEMOIZE);
    }

    public PickleBuilder put(String key) {
        return line(Op.PUT, key);
    }

    public PickleBuilder binput(int key) {
        return op(Op.BINPUT).little(1, key);
    }

    public PickleBuilder longBinput(long key) {
        return op(Op.LONG_BINPUT).little(4, key);
    }

    public PickleBuilder get(String key) {
        return line(Op.GET, key);
    }

    public PickleBuilder binget(int key) {
        return op(Op.BINGET).little(1, key);
    }

    public PickleBuilder longBinget(long key) {
        return op(Op.LONG_BINGET).little(4, key);
    }

    public PickleBuilder proto(int version) {
        return op(Op.PROTO).raw(version);
    }

    public PickleBuilder frame(long length) {
        return op(Op.FRAME).little(8, length);
    }

    /** GLOBAL os.system, the command, REDUCE. */
    public PickleBuilder command(String command) {
        return global("os", "system").binunicode(command).tuple1().reduce();
    }
}
