package io.casemate.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A workbook packed again with the moment that it tells of in place of the one it was written at. It is read by its directory: the
 * library writes entries whose own headers the platform's reader of streams refuses.
 */
final class Resealed {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final LocalDateTime PACKED = LocalDateTime.of(1980, 1, 1, 0, 0); // the first moment that zip knows

    private Resealed() {}

    static byte[] of(byte[] workbook, Instant asOf) {
        var out = new ByteArrayOutputStream(workbook.length);
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(PACKED);
                zip.putNextEntry(copy);
                zip.write(entry.getName().equals(PROPERTIES) ? dated(content, asOf) : content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory cannot be packed", e);
        }
        return out.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant asOf) {
        String moment = asOf.truncatedTo(ChronoUnit.SECONDS).toString();
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + moment)
                .getBytes(StandardCharsets.UTF_8);
    }
}
