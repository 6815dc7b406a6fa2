package io.casemate.report.html;

import io.casemate.core.risk.Answered;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.List;

/** A scenario that controls end. */
record AnsweredRow(Answered answered, String threat, String target, List<String> controls) {
    static AnsweredRow of(Answered answered, Glossary glossary) {
        List<String> controls =
                answered.controls().stream().map(c -> control(c, glossary)).toList();
        return new AnsweredRow(
                answered, glossary.threat(answered.threat()), glossary.name(answered.target()), controls);
    }

    /** {@code rate-limited@api} as {@code rate limited at Decision API}. */
    private static String control(String control, Glossary glossary) {
        int at = control.indexOf('@');
        return at < 0
                ? Words.plain(control)
                : "%s at %s".formatted(Words.plain(control.substring(0, at)), glossary.name(control.substring(at + 1)));
    }
}
