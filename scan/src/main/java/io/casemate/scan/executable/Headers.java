package io.casemate.scan.executable;

import io.casemate.scan.spi.Content;
import java.util.Optional;
import java.util.Set;

/**
 * Validates the headers of executables field by field, so that random bytes do not match. At one place of random bytes a
 * header matches by chance with probability at most: ELF 2^-130, PE 2^-100, Mach-O 2^-100, Mach-O for several processors
 * 2^-95, WebAssembly 2^-70, Java class 2^-90, DEX 2^-130. Over 10 GB (2^33.3 places) that is below 2^-36 in all.
 */
final class Headers {
    private static final int ELF = 0x464c457f;
    /** Where the machine stands in an ELF header. */
    private static final int MACHINE = 18;

    private static final int CUDA = 190;
    private static final int MACH_32 = 0xfeedface;
    private static final int MACH_64 = 0xfeedfacf;
    /** Machines of elf.h that somebody runs: 386, MIPS, PowerPC, S390, ARM, SPARC, x86-64, AArch64, CUDA, RISC-V, BPF, ... */
    private static final Set<Integer> ELF_MACHINES =
            Set.of(2, 3, 4, 8, 20, 21, 22, 40, 42, 43, 50, 62, 83, 93, 94, 164, 183, 190, 224, 243, 247, 258);
    /** Machines of winnt.h: i386, ARM, Thumb-2, x86-64, ARM64, ARM64EC, IA-64, EFI byte code, RISC-V 64, LoongArch 64. */
    private static final Set<Integer> PE_MACHINES =
            Set.of(0x14c, 0x1c0, 0x1c4, 0x8664, 0xaa64, 0xa641, 0x200, 0xebc, 0x5064, 0x6264);
    /** Processors of mach/machine.h: x86, ARM and PowerPC, with and without the 64-bit flag. */
    private static final Set<Integer> MACH_PROCESSORS =
            Set.of(7, 0x0100_0007, 12, 0x0100_000c, 0x0200_000c, 18, 0x0100_0012);

    private Headers() {}

    /** The executable whose header stands at an offset, if one does. */
    static Optional<ExecutableKind> at(Content content, long offset) {
        if (offset < 0 || offset > content.size() - 40) {
            return Optional.empty();
        }
        int magic = content.i32(offset);
        boolean found;
        ExecutableKind kind;
        if (magic == ELF) {
            kind = content.u16(offset + MACHINE) == CUDA ? ExecutableKind.CUBIN : ExecutableKind.ELF;
            found = elf(content, offset);
        } else if ((magic & 0xffff) == 0x5a4d) {
            kind = ExecutableKind.PE;
            found = pe(content, offset);
        } else if (magic == 0x6d736100) {
            kind = ExecutableKind.WASM;
            found = wasm(content, offset);
        } else if (magic == 0x0a786564) {
            kind = ExecutableKind.DEX;
            found = dex(content, offset);
        } else if (Integer.reverseBytes(magic) == 0xcafebabe) {
            kind = fat(content, offset) ? ExecutableKind.MACH_O_FAT : ExecutableKind.JAVA_CLASS;
            found = kind == ExecutableKind.MACH_O_FAT || ClassFile.plausible(content, offset);
        } else {
            kind = ExecutableKind.MACH_O;
            found = mach(content, offset);
        }
        return found ? Optional.of(kind) : Optional.empty();
    }

    /** Whether content begins with the identification of ELF, whatever follows: 52 sane bits. */
    static boolean identifiesElf(Content c) {
        return c.size() >= 16
                && c.i32(0) == ELF
                && (c.u8(4) == 1 || c.u8(4) == 2)
                && (c.u8(5) == 1 || c.u8(5) == 2)
                && c.u8(6) == 1;
    }

    /** Whether content begins with the head of Mach-O, whatever follows: magic number, processor and kind of file. */
    static boolean identifiesMach(Content c) {
        if (c.size() < 28) {
            return false;
        }
        boolean big = Integer.reverseBytes(c.i32(0)) == MACH_32 || Integer.reverseBytes(c.i32(0)) == MACH_64;
        int magic = i32(c, 0, big);
        int type = i32(c, 12, big);
        return (magic == MACH_32 || magic == MACH_64)
                && MACH_PROCESSORS.contains(i32(c, 4, big))
                && type >= 1
                && type <= 12;
    }

    /** An ELF header: e_ident, type, machine, version, sizes of the header and of its tables' entries. */
    private static boolean elf(Content c, long o) {
        if (c.size() - o < 52) {
            return false;
        }
        int width = c.u8(o + 4);
        int order = c.u8(o + 5);
        if ((width != 1 && width != 2) || (order != 1 && order != 2) || c.u8(o + 6) != 1 || c.u8(o + 7) > 18) {
            return false;
        }
        boolean big = order == 2;
        int header = width == 1 ? 52 : 64;
        if (c.size() - o < header) {
            return false;
        }
        int programEntry = u16(c, o + header - 10, big);
        int sectionEntry = u16(c, o + header - 6, big);
        int type = u16(c, o + 16, big);
        return type >= 1
                && type <= 4
                && ELF_MACHINES.contains(u16(c, o + 18, big))
                && i32(c, o + 20, big) == 1
                && u16(c, o + header - 12, big) == header
                && (programEntry == 0 || programEntry == (width == 1 ? 32 : 56))
                && (sectionEntry == 0 || sectionEntry == (width == 1 ? 40 : 64));
    }

    /** A DOS header that points to a PE header with a known machine, sane counts and an optional header's magic. */
    private static boolean pe(Content c, long o) {
        if (c.size() - o < 64) {
            return false;
        }
        long p = o + c.u32(o + 60);
        if (c.u32(o + 60) < 4 || p > c.size() - 26) {
            return false;
        }
        int sections = c.u16(p + 6);
        int optional = c.u16(p + 20);
        int magic = c.u16(p + 24);
        return c.i32(p) == 0x4550
                && PE_MACHINES.contains(c.u16(p + 4))
                && sections >= 1
                && sections <= 96
                && optional >= 96
                && optional <= 1024
                && (magic == 0x10b || magic == 0x20b)
                && (c.u16(p + 22) & 0x0002) != 0;
    }

    /** A Mach-O header, either order: processor, kind of file, number and sizes of the load commands, the first of them. */
    private static boolean mach(Content c, long o) {
        boolean big = false;
        int magic = c.i32(o);
        if (magic != MACH_32 && magic != MACH_64) {
            big = true;
            magic = Integer.reverseBytes(magic);
            if (magic != MACH_32 && magic != MACH_64) {
                return false;
            }
        }
        int type = i32(c, o + 12, big);
        int commands = i32(c, o + 16, big);
        int commandBytes = i32(c, o + 20, big);
        long first = o + (magic == MACH_64 ? 32 : 28);
        if (!MACH_PROCESSORS.contains(i32(c, o + 4, big))
                || type < 1
                || type > 12
                || commands < 1
                || commands > 4096
                || commandBytes < 8L * commands
                || commandBytes > 1 << 20
                || first > c.size() - 8) {
            return false;
        }
        int command = i32(c, first, big) & 0x7fff_ffff;
        int size = i32(c, first + 4, big);
        return command >= 1 && command <= 0x40 && size >= 8 && size <= commandBytes && size % 4 == 0;
    }

    /** A header for several processors, big-endian: each of the first two has a known processor and a sane place. */
    private static boolean fat(Content c, long o) {
        int count = i32(c, o + 4, true);
        if (count < 1 || count > 30) {
            return false;
        }
        for (int i = 0; i < Math.min(2, count); i++) {
            long entry = o + 8 + 20L * i;
            if (entry > c.size() - 20) {
                return false;
            }
            int align = i32(c, entry + 16, true);
            if (!MACH_PROCESSORS.contains(i32(c, entry, true))
                    || i32(c, entry + 8, true) < 28
                    || i32(c, entry + 12, true) < 28
                    || align < 0
                    || align > 20) {
                return false;
            }
        }
        return true;
    }

    /** A WebAssembly module of version 1 whose first two sections have known ids and lie inside. */
    private static boolean wasm(Content c, long o) {
        if (c.i32(o + 4) != 1) {
            return false;
        }
        long p = o + 8;
        for (int section = 0; section < 2; section++) {
            if (p == c.size()) {
                return section > 0;
            }
            if (c.u8(p) > 13) {
                return false;
            }
            long size = 0;
            int shift = 0;
            int b;
            do {
                p++;
                if (p >= c.size() || shift > 28) {
                    return false;
                }
                b = c.u8(p);
                size |= (long) (b & 0x7f) << shift;
                shift += 7;
            } while (b >= 0x80);
            p += 1 + size;
            if (size == 0 || p > c.size()) {
                return false;
            }
        }
        return true;
    }

    /** A DEX header: version in digits, size of the header, order of bytes. */
    private static boolean dex(Content c, long o) {
        return c.size() - o >= 112
                && c.u8(o + 4) == '0'
                && Character.isDigit(c.u8(o + 5))
                && Character.isDigit(c.u8(o + 6))
                && c.u8(o + 7) == 0
                && c.i32(o + 36) == 0x70
                && (c.i32(o + 40) == 0x12345678 || c.i32(o + 40) == 0x78563412);
    }

    static int u16(Content c, long offset, boolean bigEndian) {
        int value = c.u16(offset);
        return bigEndian ? Integer.reverseBytes(value) >>> 16 : value;
    }

    static int i32(Content c, long offset, boolean bigEndian) {
        int value = c.i32(offset);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }
}
