package io.casemate.report.register;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Named;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Reasons;
import io.casemate.report.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All risks of an assessment that are worth showing, in its order.
 *
 * @param prices what they cost
 */
public record Register(Assessment assessment, List<RegisterRow> rows, Prices prices) {
    public Register {
        rows = List.copyOf(rows);
    }

    public static Register of(Assessment assessment, Knowledge knowledge, Prices prices) {
        var glossary = Glossary.of(knowledge, assessment.topology());
        return new Register(
                assessment,
                assessment.shown().stream().map(r -> row(r, glossary)).toList(),
                prices);
    }

    private static RegisterRow row(Risk risk, Glossary glossary) {
        String owner = risk.treatment().owner();
        return new RegisterRow(
                risk,
                glossary.scenario(risk.threat().id(), risk.part().id()),
                risk.threat().stride().stream().map(Named::id).map(Words::plain).collect(Collectors.joining("; ")),
                new Reasons(glossary).why(risk),
                risk.story(),
                consequence(risk, glossary),
                owner.isEmpty() ? glossary.topology().model().scope().owner() : owner,
                risk.threat().references().stream()
                        .map(r -> glossary.cite(r).label())
                        .toList());
    }

    private static String consequence(Risk risk, Glossary glossary) {
        return glossary.topology().handles(risk.part()).stream()
                .filter(a ->
                        risk.threat().harms().isEmpty() || risk.threat().harms().contains(a.kind()))
                .sorted(Comparator.comparing(Asset::sensitivity).reversed())
                .map(a -> a.impact().isBlank() ? a.name() : "%s: %s".formatted(a.name(), a.impact()))
                .collect(Collectors.joining(" "));
    }
}
