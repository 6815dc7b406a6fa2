package io.casemate.report.html.page;

import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Rating;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A threat that controls end, at one or more targets.
 *
 * @param worst the highest rating that the targets would have without the controls
 */
record AnsweredRow(String threat, Rating worst, List<Place> places) {
    /** One target and what ends the threat there. */
    record Place(String target, List<String> controls, boolean verified) {}

    /** The worst first. */
    static List<AnsweredRow> of(List<Answered> answered, Glossary glossary) {
        Map<String, List<Answered>> byThreat = new LinkedHashMap<>();
        answered.forEach(a ->
                byThreat.computeIfAbsent(a.threat(), t -> new ArrayList<>()).add(a));
        return byThreat.entrySet().stream()
                .map(e -> row(e.getKey(), e.getValue(), glossary))
                .sorted(Comparator.comparingInt(r -> -r.worst().score()))
                .toList();
    }

    private static AnsweredRow row(String threat, List<Answered> answered, Glossary glossary) {
        Rating worst = answered.stream()
                .map(Answered::inherent)
                .max(Comparator.comparingInt(Rating::score))
                .orElseThrow();
        List<Place> places = answered.stream()
                .map(a -> new Place(
                        glossary.target(a.target()),
                        a.controls().stream()
                                .map(c -> control(c, a.target(), glossary))
                                .toList(),
                        a.verified()))
                .toList();
        return new AnsweredRow(glossary.threat(threat), worst, places);
    }

    /** {@code rate-limited@api} as {@code rate limited at Decision API}; the target itself is not said again. */
    private static String control(String control, String target, Glossary glossary) {
        int at = control.indexOf('@');
        if (at < 0) {
            return Words.plain(control);
        }
        String fact = Words.plain(control.substring(0, at));
        String part = control.substring(at + 1);
        return part.equals(target) ? fact : "%s at %s".formatted(fact, glossary.name(part));
    }
}
