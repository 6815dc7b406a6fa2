package io.casemate.cli.assess;

import io.casemate.cli.system.OutputFile;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.report.Exporters;
import io.casemate.report.spi.Exporter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder with an assessment in every format. All documents are made before the first one is written. */
final class ReportFolder {
    private ReportFolder() {}

    /** Writes them; gives the one to open. */
    static Path write(Path folder, Assessment assessment, Knowledge knowledge) {
        Map<Path, String> documents = new LinkedHashMap<>();
        for (Exporter exporter : Exporters.ALL) {
            documents.put(folder.resolve(name(exporter)), exporter.export(assessment, knowledge));
        }
        documents.forEach(OutputFile::write);
        return folder.resolve(DocumentFormat.HTML.fileName());
    }

    private static String name(Exporter exporter) {
        for (DocumentFormat format : DocumentFormat.values()) {
            if (format.exporterId().equals(exporter.id())) {
                return format.fileName();
            }
        }
        return exporter.fileName();
    }
}
