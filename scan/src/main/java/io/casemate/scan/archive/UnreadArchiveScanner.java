package io.casemate.scan.archive;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.spi.Inspection;
import io.casemate.scan.spi.Recognition;
import java.util.List;

/** Recognises archives that are not read here, so that the gap has a name. */
public final class UnreadArchiveScanner implements FormatScanner {
    private record Kind(String title, String magic, long offset) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("RAR archive", "Rar!\32\7", 0),
            new Kind("CAB archive", "MSCF\0\0\0\0", 0),
            new Kind("LZH archive", "-lh5-", 2),
            new Kind("ACE archive", "**ACE**", 7),
            new Kind("lzop stream", "\u0089LZO\0\r\n\32\n", 0),
            new Kind("cpio archive", "070701", 0),
            new Kind("cpio archive", "070707", 0),
            new Kind("SquashFS image", "hsqs", 0));

    @Override
    public String id() {
        return "unread-archive";
    }

    @Override
    public Recognition recognises(Content content) {
        return KINDS.stream().anyMatch(kind -> content.has(kind.offset(), kind.magic()))
                ? Recognition.CERTAIN
                : Recognition.NO;
    }

    @Override
    public void scan(Content content, Inspection inspection) {
        inspection.accept();
        for (Kind kind : KINDS) {
            if (content.has(kind.offset(), kind.magic())) {
                inspection.gap(0, "the contents of a %s are not read".formatted(kind.title()));
                return;
            }
        }
    }
}
