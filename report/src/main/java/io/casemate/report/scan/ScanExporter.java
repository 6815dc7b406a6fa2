package io.casemate.report.scan;

import io.casemate.scan.result.ScanReport;
import java.time.Instant;

/** Writes a scan as one kind of document. */
public interface ScanExporter {
    /** As written after {@code --format}. */
    String id();

    /**
     * The document; same report and moment, same text.
     *
     * @param asOf the moment of the scan
     */
    String export(ScanReport report, Instant asOf);
}
