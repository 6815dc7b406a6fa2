package io.casemate.scan.gguf;

import io.casemate.scan.cursor.Cursor;
import io.casemate.scan.cursor.OutOfFile;
import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One attempt to read a file from before GGUF by one layout. It tells nothing; the best attempt is told by {@link OldFile}. */
final class OldAttempt {
    /**
     * A tensor that was found.
     *
     * @param info its description; its offset is the one in the file
     */
    record Placed(TensorInfo info, long bytes) {}

    private static final int ALIGNMENT = 32;
    private static final int DIMENSIONS_MAX = 4;
    private static final int NAME_MAX = 256;
    /** No number before the words is larger in any model. */
    private static final int NUMBER_MAX = 1 << 24;

    /** Dimensions, or letters of a name, that nobody writes: these bytes describe no tensor. */
    private static final int ABSURD = 1 << 16;

    private static final int TENSORS_MAX = 200_000;
    private static final int WORDS_A_STEP = 1 << 12;

    final OldLayout layout;
    final boolean wideScales;
    final List<Placed> tensors = new ArrayList<>();
    private final Content content;
    private final boolean scored;
    private final boolean aligned;
    private final Inspection inspection;
    private final Cursor cursor;
    private long words;
    private boolean pastWords;
    private boolean lie;
    private Optional<OutOfFile> problem = Optional.empty();

    OldAttempt(
            Content content,
            long start,
            OldLayout layout,
            boolean scored,
            boolean wideScales,
            boolean aligned,
            Inspection inspection) {
        this.content = content;
        this.layout = layout;
        this.scored = scored;
        this.wideScales = wideScales;
        this.aligned = aligned;
        this.inspection = inspection;
        this.cursor = new Cursor(content, start, false, false);
    }

    void read() {
        try {
            words();
            pastWords = true;
            while (cursor.left() > 0) {
                inspection.step();
                tensors.add(tensor());
            }
        } catch (OutOfFile e) {
            problem = Optional.of(e);
        } catch (IndexOutOfBoundsException e) {
            problem = Optional.of(new OutOfFile(cursor.position(), "the file ends within the description of a tensor"));
        }
    }

    /** Whether the layout fits to the last byte. */
    boolean fits() {
        return problem.isEmpty() && !tensors.isEmpty();
    }

    /** Number of words; 0 where the layout has none. */
    long vocabulary() {
        return words;
    }

    boolean pastWords() {
        return pastWords;
    }

    /** Whether the problem is one number among others that are sane, and not that nothing is as it should be. */
    boolean lies() {
        return lie;
    }

    Optional<OutOfFile> problem() {
        return problem;
    }

    /** Where the last tensor ends, or what stands before the tensors. */
    long reached() {
        return tensors.isEmpty()
                ? cursor.position()
                : tensors.getLast().info().offset() + tensors.getLast().bytes();
    }

    /** The numbers, filters of sounds where it is Whisper, and the words. */
    private void words() {
        long start = cursor.position();
        cursor.skip(4L * layout.numbers);
        if (layout.vocabulary == OldLayout.Words.NONE) {
            return;
        }
        long count = content.u32(start + 4L * layout.vocabularyAt);
        if (layout == OldLayout.WHISPER) {
            filters(content.u32(start + 4L * 9));
        }
        if (layout.vocabulary == OldLayout.Words.COUNTED_AGAIN) {
            long again = cursor.u32();
            if (layout == OldLayout.WHISPER ? again > count : again != count) {
                throw new OutOfFile(cursor.position() - 4, "%d words, then %d of them".formatted(count, again));
            }
            count = again;
        }
        lie = sane(start);
        if (count == 0 || count > cursor.left() / (scored ? 8 : 4)) {
            throw new OutOfFile(
                    start, "%d words are claimed, the file has %d bytes left".formatted(count, cursor.left()));
        }
        for (long i = 0; i < count; i++) {
            if (i % WORDS_A_STEP == 0) {
                inspection.step();
            }
            cursor.skip(cursor.count(1, "bytes of a word"));
            cursor.skip(scored ? 4 : 0);
        }
        words = count;
    }

    /** Whether the numbers other than that of the words are such as models have. */
    private boolean sane(long start) {
        for (int i = 0; i < layout.numbers; i++) {
            if (i != layout.vocabularyAt && content.u32(start + 4L * i) > NUMBER_MAX) {
                return false;
            }
        }
        return true;
    }

    private void filters(long mels) {
        long at = cursor.position();
        long rows = cursor.u32();
        long columns = cursor.u32();
        if (rows != mels || rows * columns <= 0 || rows * columns > cursor.left() / 4) {
            throw new OutOfFile(at, "filters of %d by %d numbers are claimed".formatted(rows, columns));
        }
        var shape = new TensorInfo("mel_filters", List.of(rows, columns), GgmlType.F32.id, cursor.position(), at);
        tensors.add(new Placed(shape, 4 * rows * columns));
        cursor.skip(4 * rows * columns);
    }

    private Placed tensor() {
        long at = cursor.position();
        if (tensors.size() >= TENSORS_MAX) {
            throw new OutOfFile(at, "more than %d tensors".formatted(TENSORS_MAX));
        }
        long dimensions = cursor.u32();
        long nameBytes = cursor.u32();
        long type = cursor.u32();
        lie = !tensors.isEmpty() || (dimensions <= ABSURD && nameBytes <= ABSURD);
        if (dimensions < 1 || dimensions > DIMENSIONS_MAX || nameBytes < 1 || nameBytes > NAME_MAX) {
            throw new OutOfFile(
                    at, "a tensor of %d dimensions with a name of %d bytes".formatted(dimensions, nameBytes));
        }
        var shape = new ArrayList<Long>();
        for (int i = 0; i < dimensions; i++) {
            shape.add(cursor.u32());
        }
        Collections.reverse(shape);
        long place = cursor.position();
        cursor.skip(nameBytes);
        String name = content.text(place, (int) nameBytes);
        if (aligned) {
            long gap = -cursor.position() & (ALIGNMENT - 1);
            cursor.skip(Math.min(gap, cursor.left()));
        }
        var info = new TensorInfo(name, shape, type, cursor.position(), at);
        long bytes =
                OldBlock.of(type, wideScales).map(block -> block.bytes(info)).orElse(-1L);
        if (bytes < 0 || bytes > cursor.left()) {
            throw new OutOfFile(
                    at,
                    "tensor %s of type %d and shape %s has no possible size, the file has %d bytes left"
                            .formatted(Snippet.quoted(name), type, shape, cursor.left()));
        }
        cursor.skip(bytes);
        return new Placed(info, bytes);
    }
}
