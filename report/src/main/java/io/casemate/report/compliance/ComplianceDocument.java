package io.casemate.report.compliance;

import io.casemate.core.compliance.Cited;
import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.compliance.ComplianceView.Result;
import io.casemate.core.compliance.Fulfilment;
import io.casemate.core.compliance.Seen;
import io.casemate.core.evidence.ledger.AuditReport;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.KnowledgeEdition;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.document.Tone;
import io.casemate.report.wording.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an assessor is given: where each requirement stands, in which context, and which lines of the ledger say so. */
public final class ComplianceDocument {
    private final ComplianceView view;
    private final Context context;
    private final Extract extract;

    /** @param ledger what the ledger held at the moment of the view */
    public ComplianceDocument(ComplianceView view, Knowledge knowledge, AuditReport ledger) {
        this.view = view;
        context = new Context(view, knowledge, KnowledgeEdition.of(knowledge));
        extract = new Extract(view, ledger);
    }

    public Document document() {
        var document = new Document.Builder();
        document.paragraph("Published by %s.".formatted(view.framework().authority()));
        document.paragraph(Line.EMPTY
                .strong(String.format(Locale.ROOT, "%.0f %%", 100 * view.coverage()))
                .plain(" of the applicable requirements are met by fresh evidence. Words alone count nothing."));
        document.section("state", "Where it stands");
        document.table(
                "Requirements by state",
                List.of("What there is", "Requirements"),
                Arrays.stream(Fulfilment.values())
                        .map(f -> List.of(Cell.of(words(f)), Cell.of(Long.toString(view.count(f)))))
                        .toList());
        context.write(document);
        document.section("requirements", "Requirements");
        document.table(
                "Requirements",
                List.of("Requirement", "Now", "What was found"),
                view.results().stream().map(ComplianceDocument::row).toList());
        extract.write(document);
        String title = "%s: %s %s"
                .formatted(
                        view.assessment().topology().model().scope().name(),
                        view.framework().title(),
                        view.framework().version());
        return document.build(title, "Compliance", view.assessment().asOf());
    }

    public JsonObject json() {
        JsonObject counts = Json.object();
        for (Fulfilment fulfilment : Fulfilment.values()) {
            counts = counts.put(fulfilment.id(), view.count(fulfilment));
        }
        return Json.object()
                .put("casemate", 1)
                .put("asOf", view.assessment().asOf().toString())
                .put("system", view.assessment().topology().model().scope().name())
                .put("framework", view.framework().id())
                .put("title", view.framework().title())
                .put("edition", view.framework().version())
                .put("authority", view.framework().authority())
                .put("coverage", Figures.six(view.coverage()))
                .put("counts", counts)
                .put("context", context.json())
                .put("requirements", Json.array(view.results(), ComplianceDocument::json))
                .put("ledger", extract.json());
    }

    /** A state in words. */
    static String words(Fulfilment fulfilment) {
        return switch (fulfilment) {
            case GAP -> "gap";
            case CLAIM -> "claim without evidence";
            case STALE -> "stale evidence";
            case EVIDENCE -> "fresh evidence";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    private static List<Cell> row(Result result) {
        Tone tone = switch (result.fulfilment()) {
            case GAP -> Tone.HIGH;
            case CLAIM, STALE -> Tone.MEDIUM;
            case EVIDENCE -> Tone.LOW;
            case NOT_APPLICABLE -> Tone.MUTED;
        };
        List<Line> found = new ArrayList<>();
        if (!result.words().isEmpty()) {
            found.add(Line.of(result.words()));
        }
        for (Seen seen : result.seen()) {
            Line line = Line.EMPTY.code(seen.proof().toString()).plain(" ").plain(seen.words());
            found.add(seen.cited().isEmpty() ? line : line.muted(" (%s)".formatted(lines(seen))));
        }
        return List.of(
                new Cell(List.of(Line.EMPTY.strong(result.id()), Line.of(result.name()))),
                Cell.of(Line.EMPTY.and(words(result.fulfilment()), tone, "")),
                new Cell(found));
    }

    private static String lines(Seen seen) {
        List<String> numbers = seen.cited().stream()
                .map(Cited::seq)
                .distinct()
                .map(Object::toString)
                .toList();
        return (numbers.size() == 1 ? "line " : "lines ") + String.join(", ", numbers);
    }

    private static JsonObject json(Result result) {
        return Json.object()
                .put("id", result.id())
                .put("name", result.name())
                .put("status", result.fulfilment().id())
                .put("because", result.words())
                .put("shownBy", Json.array(result.seen(), ComplianceDocument::json));
    }

    private static JsonObject json(Seen seen) {
        return Json.object()
                .put("proof", seen.proof().toString())
                .put("status", seen.fulfilment().id())
                .put("found", seen.words())
                .put("lines", Json.array(seen.cited(), Extract::json));
    }
}
