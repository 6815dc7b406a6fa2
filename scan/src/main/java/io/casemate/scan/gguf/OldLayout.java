package io.casemate.scan.gguf;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the programs of the time before GGUF laid out what stands before the tensors: some numbers of four bytes, then the words.
 * The file does not say which program it is for; each layout is tried.
 */
enum OldLayout {
    WHISPER("Whisper", 11, 0, Words.COUNTED_AGAIN),
    GPT_2("GPT-2 or StarCoder", 6, 0, Words.COUNTED_AGAIN),
    GPT_J("GPT-J", 7, 0, Words.COUNTED_AGAIN),
    LLAMA("LLaMA or Falcon", 7, 0, Words.COUNTED_BEFORE),
    GPT_NEOX("GPT-NeoX", 8, 0, Words.COUNTED_BEFORE),
    MPT("MPT", 8, 4, Words.COUNTED_BEFORE),
    REPLIT("Replit", 6, 4, Words.COUNTED_BEFORE),
    BLOOM("BLOOM", 6, 0, Words.COUNTED_BEFORE),
    RWKV("RWKV", 4, 0, Words.NONE),
    ADAPTER("a LoRA adapter", 2, 0, Words.NONE);

    /** Whether there are words, and where their number stands. */
    enum Words {
        NONE,
        /** Among the numbers before. */
        COUNTED_BEFORE,
        /** Among the numbers before, and once more directly before the words. */
        COUNTED_AGAIN
    }

    private static final List<OldLayout> MODELS = Stream.of(values())
            .filter(layout -> layout.vocabulary != Words.NONE)
            .toList();

    final String words;
    final int numbers;
    final int vocabularyAt;
    final Words vocabulary;

    OldLayout(String words, int numbers, int vocabularyAt, Words vocabulary) {
        this.words = words;
        this.numbers = numbers;
        this.vocabularyAt = vocabularyAt;
        this.vocabulary = vocabulary;
    }

    /** Those that a file may have; the ones that say more of themselves first, because fewer files fit them. */
    static List<OldLayout> of(OldMagic magic, long version) {
        if (magic == OldMagic.GGLA) {
            return List.of(ADAPTER);
        }
        return magic == OldMagic.GGMF && version >= OldMagic.RWKV_VERSION ? List.of(RWKV) : MODELS;
    }
}
