package io.casemate.report.verdict;

import io.casemate.core.verdict.Outcome;
import io.casemate.core.verdict.Ruling;
import io.casemate.core.verdict.Verdict;
import io.casemate.report.wording.Xml;

/**
 * JUnit's XML: a test case for each rule and subject. What fails is a failure, what could not be decided an error, what is
 * waived skipped.
 */
final class VerdictJUnit {
    private VerdictJUnit() {}

    static String of(Verdict verdict) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(
                "<testsuite name=\"casemate check\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" timestamp=\"%s\">\n"
                        .formatted(
                                verdict.rulings().size(),
                                verdict.of(Outcome.FAIL).size(),
                                verdict.of(Outcome.UNDECIDED).size(),
                                verdict.of(Outcome.WAIVED).size(),
                                verdict.asOf()));
        verdict.rulings().forEach(ruling -> testCase(xml, ruling));
        return xml.append("</testsuite>\n").toString();
    }

    private static void testCase(StringBuilder xml, Ruling ruling) {
        xml.append("  <testcase classname=\"casemate.check.%s\" name=\"%s\""
                .formatted(Xml.escaped(ruling.rule()), Xml.escaped(ruling.subject())));
        switch (ruling.outcome()) {
            case PASS -> xml.append("/>\n");
            case WAIVED ->
                xml.append(">\n    <skipped message=\"%s\"/>\n  </testcase>\n".formatted(Xml.escaped(ruling.waiver())));
            case UNDECIDED -> outcome(xml, ruling, "error");
            case FAIL -> outcome(xml, ruling, "failure");
        }
    }

    private static void outcome(StringBuilder xml, Ruling ruling, String element) {
        xml.append(">\n    <%s type=\"%s\" message=\"%s\">%s (%s:%d)</%s>\n  </testcase>\n"
                .formatted(
                        element,
                        ruling.outcome().id(),
                        Xml.escaped(ruling.message()),
                        Xml.escaped(ruling.remedy()),
                        Xml.escaped(ruling.place().file()),
                        ruling.place().line(),
                        element));
    }
}
