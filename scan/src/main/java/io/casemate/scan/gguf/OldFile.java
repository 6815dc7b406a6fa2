package io.casemate.scan.gguf;

import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Tensor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;

/**
 * A file of GGML from before GGUF. It says neither which model it holds nor how many tensors follow, so the layout that ends
 * with the file's last byte is the right one; where none does, the one that comes furthest says what is wrong.
 */
final class OldFile {
    private final Content content;
    private final OldMagic magic;
    private final Inspection inspection;

    OldFile(Content content, OldMagic magic, Inspection inspection) {
        this.content = content;
        this.magic = magic;
        this.inspection = inspection;
    }

    void read() {
        long version = magic.versioned() ? content.u32(4) : 0;
        inspection.fact(
                "format",
                magic.versioned()
                        ? "%s of version %d".formatted(magic.name().toLowerCase(Locale.ROOT), version)
                        : "ggml");
        if (!magic.knows(version)) {
            inspection.gap(4, "version %d of this format is not known".formatted(version));
            return;
        }
        OldAttempt best = best(version);
        boolean strange = best.problem().isPresent() && !best.lies();
        if (best.tensors.isEmpty() && (strange || !magic.versioned())) {
            inspection.gap(4, "it is laid out as no known program does it");
            return;
        }
        inspection.fact("architecture", best.layout.words);
        if (best.vocabulary() > 0) {
            inspection.fact("vocabulary", Long.toString(best.vocabulary()));
        }
        tell(best);
        if (best.problem().isPresent()) {
            OutOfFile problem = best.problem().get();
            inspection.found("gguf/out-of-bounds", problem.offset(), problem.what());
        } else if (best.tensors.isEmpty()) {
            inspection.gap(best.reached(), "the file ends before its first tensor");
        }
    }

    private OldAttempt best(long version) {
        OldAttempt best = null;
        for (OldLayout layout : OldLayout.of(magic, version)) {
            for (boolean scored : magic.scored()) {
                for (boolean wideScales : magic.wideScales(version)) {
                    OldAttempt attempt = new OldAttempt(
                            content,
                            magic.versioned() ? 8 : 4,
                            layout,
                            scored,
                            wideScales,
                            magic.aligned(),
                            inspection);
                    attempt.read();
                    if (attempt.fits()) {
                        return attempt;
                    }
                    best = best == null || further(attempt, best) ? attempt : best;
                }
            }
        }
        return Objects.requireNonNull(best);
    }

    private static boolean further(OldAttempt one, OldAttempt other) {
        if (one.pastWords() != other.pastWords()) {
            return one.pastWords();
        }
        if (one.tensors.size() != other.tensors.size()) {
            return one.tensors.size() > other.tensors.size();
        }
        if (one.pastWords()) {
            return one.vocabulary() > other.vocabulary();
        }
        return one.lies() && !other.lies();
    }

    private void tell(OldAttempt attempt) {
        var names = new HashSet<String>();
        long reached = attempt.reached();
        inspection.read(0, reached);
        for (OldAttempt.Placed placed : attempt.tensors) {
            inspection.step();
            TensorInfo info = placed.info();
            if (!names.add(info.name())) {
                inspection.found(
                        "gguf/duplicate-key",
                        info.at(),
                        "two tensors are named %s".formatted(Snippet.quoted(info.name())));
            }
            filling(info, info.offset());
            inspection.tensor(new Tensor(
                    info.name(),
                    element(info.type()),
                    info.shape(),
                    content.bytes().asSlice(info.offset(), placed.bytes()),
                    info.offset()));
        }
    }

    /** Writers go on to the next multiple of 32 over zeros. */
    private void filling(TensorInfo info, long end) {
        if (!magic.aligned()) {
            return;
        }
        long nameEnd = info.at() + 12 + 4L * info.shape().size() + content.u32(info.at() + 4);
        for (long at = nameEnd; at < end; at++) {
            if (content.u8(at) != 0) {
                inspection.found("gguf/hole", at, "%d bytes belong to no tensor".formatted(end - at));
                return;
            }
        }
    }

    private static ElementType element(long type) {
        return switch ((int) type) {
            case 0 -> ElementType.F32;
            case 1 -> ElementType.F16;
            default -> ElementType.PACKED;
        };
    }
}
