package io.casemate.cli.assess;

import io.casemate.report.Exporters;
import io.casemate.report.spi.Exporter;
import java.util.Locale;

/** The formats of a whole assessment. */
public enum DocumentFormat {
    HTML("html", "index.html"),
    MD("markdown", "assessment.md"),
    JSON("json", "assessment.json"),
    SARIF("sarif", "assessment.sarif");

    private final String exporterId;
    private final String fileName;

    DocumentFormat(String exporterId, String fileName) {
        this.exporterId = exporterId;
        this.fileName = fileName;
    }

    String exporterId() {
        return exporterId;
    }

    /** Its name in a report's folder. */
    String fileName() {
        return fileName;
    }

    public Exporter exporter() {
        return Exporters.find(exporterId)
                .orElseThrow(() -> new IllegalStateException("no exporter '%s'".formatted(exporterId)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
