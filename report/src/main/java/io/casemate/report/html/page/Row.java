package io.casemate.report.html.page;

import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Glossary;
import java.util.Locale;

/** One line of the risk table. */
record Row(Risk risk, String target) {
    static Row of(Risk risk, Glossary glossary) {
        return new Row(risk, glossary.target(risk.part().id()));
    }

    /** What the text filter looks in. */
    public String haystack() {
        return "%s %s %s %s"
                .formatted(risk.id(), risk.threat().title(), target, String.join(" ", risk.path()))
                .toLowerCase(Locale.ROOT);
    }

    public boolean happened() {
        return risk.incident().happened();
    }
}
