package io.casemate.report.html.page;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Assessment.Outlook;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Gap;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Outlooks;
import io.casemate.report.wording.Reasons;
import java.util.List;

/** The first screen. */
record Summary(
        Outlook outlook,
        String sentence,
        int high,
        int medium,
        int low,
        int hidden,
        int incidents,
        List<Top> top,
        List<Gap> firstGaps,
        List<Gap> otherGaps) {
    private static final int TOP = 5;
    private static final int GAPS = 5;

    /** One of the worst risks with its reason in a sentence. */
    record Top(Risk risk, String title, String target, String why) {}

    static Summary of(Assessment assessment, Knowledge knowledge, Glossary glossary) {
        var reasons = new Reasons(glossary);
        List<Risk> shown = assessment.shown();
        Outlook outlook = assessment.outlook(knowledge.weights().bands());
        List<Top> top = shown.stream()
                .limit(TOP)
                .map(r ->
                        new Top(r, r.threat().title(), glossary.target(r.part().id()), reasons.why(r)))
                .toList();
        int gaps = Math.min(GAPS, assessment.gaps().size());
        return new Summary(
                outlook,
                Outlooks.sentence(outlook),
                count(shown, Band.HIGH),
                count(shown, Band.MEDIUM),
                count(shown, Band.LOW),
                assessment.risks().size() - shown.size(),
                (int) assessment.risks().stream()
                        .filter(r -> r.incident().happened())
                        .count(),
                top,
                assessment.gaps().subList(0, gaps),
                assessment.gaps().subList(gaps, assessment.gaps().size()));
    }

    private static int count(List<Risk> risks, Band band) {
        return (int) risks.stream().filter(r -> r.current().band() == band).count();
    }
}
