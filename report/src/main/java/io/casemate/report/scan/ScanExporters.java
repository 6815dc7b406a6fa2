package io.casemate.report.scan;

import java.util.List;

/** Every document of a scan there is. */
public final class ScanExporters {
    public static final List<ScanExporter> ALL = List.of(
            new JsonScanExporter(),
            new SarifScanExporter(),
            new CycloneDxScanExporter("cyclonedx", "1.6"),
            new CycloneDxScanExporter("cyclonedx-1.7", "1.7"),
            new JUnitScanExporter());

    private ScanExporters() {}

    /**
     * The exporter of that id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static ScanExporter of(String id) {
        return ALL.stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no document of a scan is called '%s'".formatted(id)));
    }
}
