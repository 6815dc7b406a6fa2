package io.casemate.scan.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Headers of executables, built field by field. None of them runs. */
public final class Machine {
    private static final int SIZE = 512;

    private Machine() {}

    private static ByteBuffer little() {
        return ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A 64-bit ELF library for x86-64. */
    public static byte[] elf() {
        ByteBuffer b = little();
        b.put((byte) 0x7f).put(latin("ELF")).put((byte) 2).put((byte) 1).put((byte) 1);
        b.putShort(16, (short) 3).putShort(18, (short) 62).putInt(20, 1); // type, machine, version
        b.putShort(52, (short) 64).putShort(54, (short) 56).putShort(58, (short) 64); // sizes
        return b.array();
    }

    /** A 32-bit big-endian ELF program for PowerPC. */
    static byte[] elfBigEndian() {
        ByteBuffer b = ByteBuffer.allocate(SIZE).order(ByteOrder.BIG_ENDIAN);
        b.put((byte) 0x7f).put(latin("ELF")).put((byte) 1).put((byte) 2).put((byte) 1);
        b.putShort(16, (short) 2).putShort(18, (short) 20).putInt(20, 1);
        b.putShort(40, (short) 52).putShort(42, (short) 32).putShort(46, (short) 40);
        return b.array();
    }

    /** A Windows program for x86-64. */
    public static byte[] pe() {
        ByteBuffer b = little();
        int header = 128;
        b.put(latin("MZ")).putInt(60, header);
        b.put(header, latin("PE")).putShort(header + 4, (short) 0x8664).putShort(header + 6, (short) 3);
        b.putShort(header + 20, (short) 240).putShort(header + 22, (short) 0x22).putShort(header + 24, (short) 0x20b);
        return b.array();
    }

    /** A Mach-O library for ARM64. */
    static byte[] mach() {
        return little().putInt(0xfeedfacf)
                .putInt(0x0100_000c)
                .putInt(0)
                .putInt(6)
                .putInt(2)
                .putInt(160)
                .putInt(0)
                .putInt(0)
                .putInt(0x19)
                .putInt(72)
                .array();
    }

    /** A Mach-O library for x86-64 and ARM64. */
    static byte[] fat() {
        ByteBuffer b = ByteBuffer.allocate(SIZE).order(ByteOrder.BIG_ENDIAN);
        b.putInt(0xcafebabe).putInt(2);
        for (int processor : new int[] {0x0100_0007, 0x0100_000c}) {
            b.putInt(processor).putInt(3).putInt(4096).putInt(8192).putInt(12);
        }
        return b.array();
    }

    /** A WebAssembly module with a section of types and one of functions. */
    static byte[] wasm() {
        return ByteBuffer.allocate(40)
                .put((byte) 0)
                .put(latin("asm"))
                .put(new byte[] {1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 20})
                .array();
    }

    /** A Java class with some constants. */
    static byte[] javaClass() {
        ByteBuffer b = ByteBuffer.allocate(SIZE).order(ByteOrder.BIG_ENDIAN);
        b.putInt(0xcafebabe).putShort((short) 0).putShort((short) 65).putShort((short) 20);
        for (int i = 0; i < 19; i++) {
            b.put((byte) 1).putShort((short) 4).put(latin("Name"));
        }
        return b.array();
    }

    /** The head of an Android program. */
    static byte[] dex() {
        return little().put(latin("dex\n035"))
                .putInt(36, 0x70)
                .putInt(40, 0x12345678)
                .array();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
