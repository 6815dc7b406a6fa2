package io.casemate.scan.executable;

import io.casemate.scan.spi.Content;

/** The beginning of a Java class file, as in the Java Virtual Machine Specification, chapter 4. */
final class ClassFile {
    /** Constants that are walked: an unlikely tag in any of them ends it. */
    private static final int WALKED = 16;

    private ClassFile() {}

    /** Whether version, number of constants and the first constants are sane. */
    static boolean plausible(Content c, long o) {
        int minor = Headers.u16(c, o + 4, true);
        int major = Headers.u16(c, o + 6, true);
        int constants = Headers.u16(c, o + 8, true);
        if (major < 45 || major > 80 || (minor > 3 && minor != 0xffff) || constants < 8) {
            return false;
        }
        long p = o + 10;
        for (int i = 1; i < Math.min(constants, WALKED + 1); i++) {
            if (p > c.size() - 4) {
                return false;
            }
            int tag = c.u8(p);
            int size = switch (tag) {
                case 1 -> 3 + Headers.u16(c, p + 1, true);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
                case 5, 6 -> 9;
                case 7, 8, 16, 19, 20 -> 3;
                case 15 -> 4;
                default -> 0;
            };
            if (size == 0) {
                return false;
            }
            i += tag == 5 || tag == 6 ? 1 : 0; // long and double take two numbers
            p += size;
        }
        return p <= c.size();
    }
}
