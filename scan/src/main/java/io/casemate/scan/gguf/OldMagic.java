package io.casemate.scan.gguf;

import io.casemate.scan.spi.Content;
import java.util.List;
import java.util.Optional;

/** The magic numbers before GGUF, each a container of its own. The number is little-endian, so its letters stand reversed. */
enum OldMagic {
    /** No version, words without scores. */
    GGML("lmgg", 0),
    /** With a version, and a score for each word. */
    GGMF("fmgg", 1),
    /** The same, and tensors begin at multiples of 32. */
    GGJT("tjgg", 3),
    /** An adapter: no words. */
    GGLA("algg", 1);

    static final int RWKV_VERSION = 100;

    final String letters;
    final int versionMax;

    OldMagic(String letters, int versionMax) {
        this.letters = letters;
        this.versionMax = versionMax;
    }

    static Optional<OldMagic> of(Content content) {
        for (OldMagic magic : values()) {
            if (content.has(0, magic.letters)) {
                return Optional.of(magic);
            }
        }
        return Optional.empty();
    }

    boolean versioned() {
        return versionMax > 0;
    }

    boolean knows(long version) {
        boolean rwkv = this == GGMF && (version == RWKV_VERSION || version == RWKV_VERSION + 1);
        return !versioned() || (version >= 1 && version <= versionMax) || rwkv;
    }

    /** Whether tensors are aligned, to 32 bytes. */
    boolean aligned() {
        return this == GGJT || this == GGLA;
    }

    /** Whether words may have scores; the likelier answer first. */
    List<Boolean> scored() {
        return versioned() ? List.of(true, false) : List.of(false, true);
    }

    /** Whether blocks may have scales of four bytes, as before May 2023; the likelier answer first. */
    List<Boolean> wideScales(long version) {
        return switch (this) {
            case GGML -> List.of(false, true);
            case GGMF -> List.of(true);
            case GGJT -> List.of(version < 3);
            case GGLA -> List.of(false);
        };
    }
}
