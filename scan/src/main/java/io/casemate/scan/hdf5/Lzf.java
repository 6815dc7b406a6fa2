package io.casemate.scan.hdf5;

import java.util.Arrays;

/** LZF, the filter of its own that h5py brings: runs of literals and references to what came before. */
final class Lzf {
    private Lzf() {}

    /** What the bytes unpack to, at most that many bytes; what was unpacked until then where they are broken. */
    static byte[] unpacked(byte[] in, int most) {
        byte[] out = new byte[most];
        int from = 0;
        int to = 0;
        while (from < in.length) {
            int control = in[from++] & 0xff;
            if (control < 32) {
                int length = Math.min(control + 1, Math.min(in.length - from, most - to));
                System.arraycopy(in, from, out, to, length);
                from += control + 1;
                to += length;
                continue;
            }
            int length = control >> 5;
            if (length == 7 && from < in.length) {
                length += in[from++] & 0xff;
            }
            if (from >= in.length) {
                break;
            }
            int reference = to - ((control & 0x1f) << 8) - (in[from++] & 0xff) - 1;
            if (reference < 0) {
                break;
            }
            for (int i = 0; i < length + 2 && to < most; i++) {
                out[to++] = out[reference++];
            }
        }
        return Arrays.copyOf(out, to);
    }
}
