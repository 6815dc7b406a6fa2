package io.casemate.report.scan;

import static io.casemate.report.wording.Xml.escaped;

import io.casemate.scan.result.FileReport;
import io.casemate.scan.result.Finding;
import io.casemate.scan.result.Gap;
import io.casemate.scan.result.ScanReport;
import io.casemate.scan.rule.Verdict;
import java.time.Instant;

/** JUnit's XML: a test case for each file. What is bad is a failure, what could not be decided an error: neither passes. */
public final class JUnitScanExporter implements ScanExporter {
    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String export(ScanReport report, Instant asOf) {
        long failures = count(report, Verdict.MALICIOUS) + count(report, Verdict.SUSPICIOUS);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(
                "<testsuite name=\"casemate scan\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\" timestamp=\"%s\">%n"
                        .formatted(report.files().size(), failures, count(report, Verdict.UNKNOWN), asOf));
        report.files().forEach(file -> testCase(xml, file));
        return xml.append("</testsuite>\n").toString();
    }

    private static long count(ScanReport report, Verdict verdict) {
        return report.files().stream().filter(f -> f.verdict() == verdict).count();
    }

    private static void testCase(StringBuilder xml, FileReport file) {
        xml.append("  <testcase classname=\"casemate.scan.%s\" name=\"%s\""
                .formatted(escaped(file.format()), escaped(file.path())));
        switch (file.verdict()) {
            case CLEAN -> xml.append("/>\n");
            case UNKNOWN -> outcome(xml, file, "error");
            case SUSPICIOUS, MALICIOUS -> outcome(xml, file, "failure");
        }
    }

    private static void outcome(StringBuilder xml, FileReport file, String element) {
        String first = file.findings().isEmpty()
                ? file.gaps().getFirst().what()
                : file.findings().getFirst().message();
        xml.append(">\n    <%s type=\"%s\" message=\"%s\">"
                .formatted(element, file.verdict().id(), escaped(first)));
        for (Finding finding : file.findings()) {
            xml.append(escaped("%s %s: %s (%s)%n"
                    .formatted(
                            finding.rule().severity().id(),
                            finding.rule().id(),
                            finding.message(),
                            finding.location())));
        }
        for (Gap gap : file.gaps()) {
            xml.append(escaped("not looked at: %s (%s)%n".formatted(gap.what(), gap.location())));
        }
        xml.append("</%s>%n  </testcase>%n".formatted(element));
    }
}
