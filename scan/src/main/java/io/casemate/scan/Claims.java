package io.casemate.scan;

import io.casemate.scan.result.Coverage;
import io.casemate.scan.result.FileReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files that have no format of their own because another file says what they hold, such as the weights beside a graph. */
final class Claims {
    private Claims() {}

    /** Takes the gap from each file that nobody recognised but somebody read as a part of his own. */
    static List<FileReport> settle(List<Path> files, List<FileReport> reports, Set<Path> claimed) {
        List<FileReport> settled = new ArrayList<>(reports);
        for (int i = 0; i < files.size(); i++) {
            FileReport report = reports.get(i);
            if (report.formats().isEmpty()
                    && report.findings().isEmpty()
                    && claimed.contains(files.get(i).toAbsolutePath().normalize())) {
                settled.set(i, part(report));
            }
        }
        return settled;
    }

    private static FileReport part(FileReport report) {
        long size = report.coverage().bytesTotal();
        return new FileReport(
                report.path(),
                report.sha256(),
                List.of("external-data"),
                report.findings(),
                List.of(),
                new Coverage(size, size),
                report.facts(),
                report.needs(),
                report.explained(),
                report.weights(),
                report.changes());
    }
}
