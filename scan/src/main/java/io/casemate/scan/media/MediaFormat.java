package io.casemate.scan.media;

import io.casemate.scan.spi.Content;
import io.casemate.scan.spi.Inspection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A format that nothing executes.
 *
 * @param name as people call it
 * @param begins whether content begins like one
 * @param walk finds its end
 */
record MediaFormat(String name, Predicate<Content> begins, Walk walk) {
    /** Walks the structure. */
    @FunctionalInterface
    interface Walk {
        /** The byte after the last one that belongs to the format. */
        long end(Content content, Inspection inspection);
    }

    private static final List<MediaFormat> ALL = List.of(
            new MediaFormat("PNG", c -> c.has(0, "\u0089PNG\r\n\u001a\n"), Pictures::png),
            new MediaFormat("JPEG", c -> c.has(0, "\u00ff\u00d8\u00ff"), Pictures::jpeg),
            new MediaFormat("GIF", c -> c.has(0, "GIF87a") || c.has(0, "GIF89a"), Pictures::gif),
            new MediaFormat("BMP", Pictures::isBmp, (c, i) -> c.u32(2)),
            new MediaFormat("icon", Pictures::isIcon, Pictures::icon),
            new MediaFormat("TIFF", c -> c.has(0, "II*\0") || c.has(0, "MM\0*"), MediaFormat::whole),
            new MediaFormat("RIFF", Sounds::isRiff, Sounds::riff),
            new MediaFormat("Ogg", c -> c.has(0, "OggS\0"), Sounds::ogg),
            new MediaFormat("FLAC", c -> c.has(0, "fLaC\0"), MediaFormat::whole),
            new MediaFormat("MP3", Sounds::isMp3, MediaFormat::whole),
            new MediaFormat("MP4", c -> c.has(4, "ftyp"), Sounds::boxes),
            new MediaFormat("Matroska", c -> c.has(0, "\u001aE\u00df\u00a3"), MediaFormat::whole),
            new MediaFormat("PDF", c -> c.has(0, "%PDF-"), Documents::pdf),
            new MediaFormat("font", Documents::isFont, Documents::font),
            new MediaFormat("Parquet", c -> c.has(0, "PAR1") && c.has(c.size() - 4, "PAR1"), Tables::parquet),
            new MediaFormat("Arrow", c -> c.has(0, "ARROW1\0\0"), Tables::arrowFile),
            new MediaFormat("Arrow stream", ArrowStream::begins, ArrowStream::end),
            new MediaFormat("Feather", c -> c.has(0, "FEA1") && c.has(c.size() - 4, "FEA1"), MediaFormat::whole),
            new MediaFormat("Avro", c -> c.has(0, "Obj\u0001"), MediaFormat::whole),
            new MediaFormat("ORC", c -> c.has(0, "ORC") && c.has(c.size() - 4, "ORC"), MediaFormat::whole),
            new MediaFormat("TFRecord", TfRecord::begins, TfRecord::end),
            new MediaFormat("SQLite", c -> c.has(0, "SQLite format 3\0"), Tables::sqlite),
            new MediaFormat("Stata", StataTable::isMarked, StataTable::marked),
            new MediaFormat("Stata", StataTable::isPacked, StataTable::packed),
            new MediaFormat("LMDB", c -> c.has(16, "\u00de\u00c0\u00ef\u00be"), MediaFormat::whole));

    static Optional<MediaFormat> of(Content content) {
        for (MediaFormat format : ALL) {
            if (format.begins.test(content)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static long whole(Content content, Inspection inspection) {
        inspection.step();
        return content.size();
    }
}
