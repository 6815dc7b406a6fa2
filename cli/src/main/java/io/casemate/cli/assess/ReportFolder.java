package io.casemate.cli.assess;

import io.casemate.cli.system.OutputFile;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.report.Exporters;
import io.casemate.report.spi.Exporter;
import java.nio.file.Path;
import java.util.List;

/** The folder with an assessment in every format. All documents are made before the first one is written. */
final class ReportFolder {
    private ReportFolder() {}

    /** Writes them; gives the one to open. */
    static Path write(Path folder, Assessment assessment, Knowledge knowledge) {
        List<String> documents = Exporters.ALL.parallelStream()
                .map(exporter -> exporter.export(assessment, knowledge))
                .toList();
        for (int i = 0; i < documents.size(); i++) {
            OutputFile.write(folder.resolve(name(Exporters.ALL.get(i))), documents.get(i));
        }
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
