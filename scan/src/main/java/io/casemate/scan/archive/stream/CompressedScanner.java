package io.casemate.scan.archive.stream;

import io.casemate.scan.snippet.Snippet;
import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import io.casemate.scan.spi.Unpacked;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Unpacks a content that is compressed as a whole. */
public final class CompressedScanner implements FormatScanner {
    @Override
    public String id() {
        return "compressed";
    }

    @Override
    public Recognition recognises(Content content) {
        return codec(content)
                .map(codec -> codec.certain(content) ? Recognition.CERTAIN : Recognition.POSSIBLE)
                .orElse(Recognition.NO);
    }

    private static Optional<Codec> codec(Content content) {
        for (Codec codec : Codec.values()) {
            if (codec.begins(content)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        codec(content).ifPresent(codec -> scan(codec, content, inspection));
    }

    private static void scan(Codec codec, Content content, Inspection inspection) {
        var input = new SegmentInput(content.bytes());
        Unpacked unpacked = Unpacked.of(() -> codec.open(input), content.size(), inspection);
        if (!unpacked.whole() && unpacked.bytes().byteSize() == 0 && !codec.certain(content)) {
            inspection.reject();
            return;
        }
        inspection.accept();
        inspection.fact("compression", codec.title());
        if (unpacked.ending() == Unpacked.Ending.BOMB) {
            inspection.found("compressed/bomb", 0, "%s: %s".formatted(codec.title(), unpacked.problem()));
            inspection.gap(0, "the rest of the stream was not unpacked");
        } else if (!unpacked.whole()) {
            inspection.gap(0, "%s: %s".formatted(codec.title(), Snippet.shown(unpacked.problem())));
        }
        long end = unpacked.whole() ? input.position() : content.size();
        if (unpacked.bytes().byteSize() > 0) {
            inspection.nested(
                    new Content(content.name() + "!" + innerName(content), unpacked.bytes(), content.family()), 0, end);
        } else {
            inspection.read(0, end);
        }
        trailing(content, end, inspection);
    }

    /** Its own name without the last suffix: what gunzip would call it. */
    private static String innerName(Content content) {
        String name = content.simpleName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static void trailing(Content content, long end, Inspection inspection) {
        long length = content.size() - end;
        if (length <= 0) {
            return;
        }
        MemorySegment rest = content.bytes().asSlice(end, length);
        if (rest.mismatch(MemorySegment.ofArray(new byte[(int) Math.min(length, 1 << 16)])) < 0) {
            inspection.read(end, length);
            return;
        }
        inspection.found(
                "compressed/trailing-data", end, "%d bytes stand behind the compressed stream".formatted(length));
        inspection.nested(
                Content.of("%s!(bytes %d to %d)".formatted(content.name(), end, content.size()), rest), end, length);
    }
}
