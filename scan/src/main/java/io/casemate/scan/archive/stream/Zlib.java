package io.casemate.scan.archive.stream;

import io.casemate.scan.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One zlib stream (RFC 1950) of an input; leaves the input where the stream ends. */
final class Zlib extends InputStream {
    private static final int TRIAL_BYTES = 512;
    private static final int BUFFER_BYTES = 64 << 10;

    private final SegmentInput input;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] one = new byte[1];

    Zlib(SegmentInput input) {
        this.input = input;
    }

    /** Whether a zlib stream begins there: its header is sane, and its first bytes unpack. The header alone may be text. */
    static boolean begins(Content content, long offset) {
        if (content.size() < offset + 8 || (content.u8(offset) & 0x8f) != 8) {
            return false;
        }
        int flags = content.u8(offset + 1);
        if ((content.u8(offset) << 8 | flags) % 31 != 0 || (flags & 0x20) != 0) {
            return false;
        }
        var trial = new Inflater();
        try {
            trial.setInput(content.copy(offset, (int) Math.min(TRIAL_BYTES, content.size() - offset)));
            byte[] out = new byte[TRIAL_BYTES];
            int count = trial.inflate(out);
            return trial.finished() || count > 0 || !trial.needsInput();
        } catch (DataFormatException e) {
            return false;
        } finally {
            trial.end();
        }
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return inflate(inflater, input, buffer, target, offset, length);
    }

    /** Inflates the next bytes; -1 at the end of the stream, where what the inflater took too much is given back. */
    static int inflate(Inflater inflater, SegmentInput input, byte[] buffer, byte[] target, int offset, int length)
            throws IOException {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new IOException("it needs a dictionary");
                }
                if (!inflater.finished() && inflater.needsInput()) {
                    int taken = input.read(buffer, 0, buffer.length);
                    if (taken < 0) {
                        throw new IOException("it is cut off");
                    }
                    inflater.setInput(buffer, 0, taken);
                }
            }
        } catch (DataFormatException e) {
            throw new IOException(e.getMessage());
        }
        input.seek(input.position() - inflater.getRemaining());
        inflater.setInput(new byte[0]);
        return -1;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
