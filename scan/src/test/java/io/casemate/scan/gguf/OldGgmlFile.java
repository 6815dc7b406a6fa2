package io.casemate.scan.gguf;

import io.casemate.scan.trial.Bytes;
import java.nio.charset.StandardCharsets;

/** Builds files of GGML from before GGUF. */
final class OldGgmlFile {
    static final int F32 = 0;
    static final int F16 = 1;
    static final int Q4_0 = 2;

    private final Bytes bytes = Bytes.bytes();
    private final boolean scored;
    private final boolean aligned;

    private OldGgmlFile(boolean scored, boolean aligned) {
        this.scored = scored;
        this.aligned = aligned;
    }

    /** LLaMA in the last container, with these words. */
    static OldGgmlFile ggjt(int version, String... words) {
        return ggjt(version, words.length, words);
    }

    /** The same, with another number of words than there are. */
    static OldGgmlFile ggjt(int version, long stated, String... words) {
        var file = new OldGgmlFile(true, true);
        file.bytes.text("tjgg").u32(version);
        return file.llama(stated, words);
    }

    static OldGgmlFile ggmf(String... words) {
        var file = new OldGgmlFile(true, false);
        file.bytes.text("fmgg").u32(1);
        return file.llama(words.length, words);
    }

    /** LLaMA in the first container. */
    static OldGgmlFile ggml(String... words) {
        var file = new OldGgmlFile(false, false);
        file.bytes.text("lmgg");
        return file.llama(words.length, words);
    }

    static OldGgmlFile adapter() {
        var file = new OldGgmlFile(false, true);
        file.bytes.text("algg").u32(1).u32(8).u32(16);
        return file;
    }

    static OldGgmlFile whisper(int mels, String... words) {
        var file = new OldGgmlFile(false, false);
        file.bytes.text("lmgg").u32(words.length + 3);
        for (int number : new int[] {1500, 384, 6, 4, 448, 384, 6, 4, mels, 1}) {
            file.bytes.u32(number);
        }
        file.bytes.u32(mels).u32(5).zeros(mels * 5 * 4).u32(words.length);
        return file.words(words);
    }

    static OldGgmlFile gpt2(String... words) {
        var file = new OldGgmlFile(false, false);
        file.bytes.text("lmgg").u32(words.length);
        for (int number : new int[] {1024, 768, 12, 12, 1}) {
            file.bytes.u32(number);
        }
        file.bytes.u32(words.length);
        return file.words(words);
    }

    OldGgmlFile tensor(String name, int type, int dataBytes, long... innermostFirst) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        bytes.u32(innermostFirst.length).u32(text.length).u32(type);
        for (long length : innermostFirst) {
            bytes.u32(length);
        }
        bytes.raw(text);
        if (aligned) {
            bytes.align(32);
        }
        bytes.zeros(dataBytes);
        return this;
    }

    /** A tensor whose filling up to the next multiple of 32 is not zero. */
    OldGgmlFile filled(String name, int filling) {
        bytes.u32(1).u32(name.length()).u32(F32).u32(1).text(name);
        while (bytes.size() % 32 != 0) {
            bytes.u8(filling);
        }
        bytes.u32(0);
        return this;
    }

    byte[] toBytes() {
        return bytes.toBytes();
    }

    private OldGgmlFile llama(long stated, String... words) {
        bytes.u32(stated);
        for (int number : new int[] {4096, 256, 32, 32, 128, 2}) {
            bytes.u32(number);
        }
        return words(words);
    }

    private OldGgmlFile words(String... words) {
        for (String word : words) {
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            bytes.u32(text.length).raw(text);
            if (scored) {
                bytes.u32(Float.floatToIntBits(-1f));
            }
        }
        return this;
    }
}
