package io.casemate.report.compliance;

import io.casemate.core.compliance.ComplianceView;
import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.knowledge.KnowledgeEdition;
import io.casemate.core.model.Adversary;
import io.casemate.core.model.Asset;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Scope;
import io.casemate.core.model.SystemModel;
import io.casemate.core.model.Topology;
import io.casemate.core.model.Zone;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The context that standards ask for before any requirement: what the system is and is for, what belongs to it and what does
 * not, who answers for it, what is worth protecting from whom, where trust ends, and with which catalogue it was looked at. What
 * the model does not say is named too.
 */
record Context(ComplianceView view, Knowledge knowledge, KnowledgeEdition edition) {
    private static final Line UNSAID = Line.EMPTY.muted("The model does not say.");

    void write(Document.Builder document) {
        Scope scope = model().scope();
        document.section("context", "Context");
        List<List<Cell>> facts = new ArrayList<>();
        facts.add(fact("Purpose", scope.description()));
        facts.add(fact("Responsible", scope.owner()));
        facts.add(fact("As of", view.assessment().asOf().toString()));
        facts.add(fact("Last reviewed", view.assessment().review().last()));
        facts.add(fact("Next review due", view.assessment().review().due().toString()));
        facts.add(List.of(
                Cell.of("Catalogue"),
                new Cell(List.of(
                        Line.of("%d threats, %d mitigations".formatted(edition.threats(), edition.mitigations())),
                        Line.EMPTY.muted("SHA-256 ").code(edition.sha256())))));
        document.table("The system", List.of("What", "Stated"), facts);
        bullets(document, "Objectives", scope.objectives());
        bullets(document, "Regulations", scope.regulations());
        bullets(document, "In scope", scope.included());
        bullets(document, "Out of scope, and why", scope.excluded());
        table(document, "Assets", List.of("Asset", "Kind", "Sensitivity", "Its loss would mean"), assets());
        table(
                document,
                "Adversaries",
                List.of("Adversary", "Capability", "Likelihood", "Wants", "Stands at"),
                adversaries());
        table(document, "Boundaries", List.of("Zone", "Trust", "Inside", "Crossed by"), boundaries());
    }

    JsonObject json() {
        Scope scope = model().scope();
        return Json.object()
                .put("description", scope.description())
                .put("owner", scope.owner())
                .put("objectives", Json.texts(scope.objectives()))
                .put("regulations", Json.texts(scope.regulations()))
                .put("included", Json.texts(scope.included()))
                .put("excluded", Json.texts(scope.excluded()))
                .put("assets", Json.array(model().assets(), Context::json))
                .put("adversaries", Json.array(model().adversaries(), Context::json))
                .put("boundaries", Json.array(model().zones(), this::json))
                .put("lastReview", view.assessment().review().last())
                .put("nextReview", view.assessment().review().due().toString())
                .put(
                        "catalogue",
                        Json.object()
                                .put("sha256", edition.sha256())
                                .put("threats", edition.threats())
                                .put("mitigations", edition.mitigations())
                                .put(
                                        "lists",
                                        Json.array(
                                                edition.lists().entrySet(),
                                                e -> Json.object()
                                                        .put("id", e.getKey())
                                                        .put("edition", e.getValue()))));
    }

    private Topology topology() {
        return view.assessment().topology();
    }

    private SystemModel model() {
        return topology().model();
    }

    private static List<Cell> fact(String what, String stated) {
        return List.of(Cell.of(what), Cell.of(stated.isBlank() ? UNSAID : Line.of(stated)));
    }

    private static void bullets(Document.Builder document, String heading, List<String> items) {
        document.heading(3, "", heading);
        document.bullets(items.stream().map(Line::of).toList());
        if (items.isEmpty()) {
            document.paragraph(UNSAID);
        }
    }

    private static void table(Document.Builder document, String heading, List<String> header, List<List<Cell>> rows) {
        document.heading(3, "", heading);
        document.table(heading, header, rows);
        if (rows.isEmpty()) {
            document.paragraph(UNSAID);
        }
    }

    private List<List<Cell>> assets() {
        return model().assets().stream()
                .map(a -> List.of(
                        Cell.of(a.name()),
                        Cell.of(Words.plain(a.kind().id())),
                        Cell.of(a.sensitivity().id()),
                        Cell.of(a.impact().isBlank() ? UNSAID : Line.of(a.impact()))))
                .toList();
    }

    private List<List<Cell>> adversaries() {
        var glossary = Glossary.of(knowledge, topology());
        return model().adversaries().stream()
                .map(a -> List.of(
                        new Cell(List.of(
                                Line.of(a.name()),
                                Line.EMPTY.muted(Words.plain(a.profile().id())))),
                        Cell.of(a.capability().id()),
                        Cell.of(a.likelihood().id()),
                        Cell.of(a.motivation()),
                        Cell.of(
                                a.access().isEmpty()
                                        ? "where such people usually stand"
                                        : String.join(
                                                ", ",
                                                a.access().stream()
                                                        .map(glossary::name)
                                                        .toList()))))
                .toList();
    }

    private List<List<Cell>> boundaries() {
        var glossary = Glossary.of(knowledge, topology());
        return model().zones().stream()
                .map(z -> List.of(
                        Cell.of(z.name()),
                        Cell.of(Integer.toString(z.trust())),
                        Cell.of(String.join(
                                ", ", inside(z).stream().map(glossary::name).toList())),
                        Cell.of(String.join(
                                "; ", crossing(z).stream().map(glossary::target).toList()))))
                .toList();
    }

    /** Elements in a zone or in one inside it. */
    private List<String> inside(Zone zone) {
        return model().elements().stream()
                .filter(e -> topology().zonesAround(e).contains(zone.id()))
                .map(e -> e.id())
                .toList();
    }

    private List<String> crossing(Zone zone) {
        return model().flows().stream()
                .filter(f -> topology().crossed(f).contains(zone.id()))
                .map(Flow::id)
                .toList();
    }

    private static JsonObject json(Asset asset) {
        return Json.object()
                .put("id", asset.id())
                .put("name", asset.name())
                .put("kind", asset.kind().id())
                .put("sensitivity", asset.sensitivity().id())
                .put("impact", asset.impact());
    }

    private static JsonObject json(Adversary adversary) {
        return Json.object()
                .put("id", adversary.id())
                .put("name", adversary.name())
                .put("profile", adversary.profile().id())
                .put("motivation", adversary.motivation())
                .put("capability", adversary.capability().id())
                .put("likelihood", adversary.likelihood().id())
                .put("access", Json.texts(adversary.access()));
    }

    private JsonObject json(Zone zone) {
        return Json.object()
                .put("id", zone.id())
                .put("name", zone.name())
                .put("parent", zone.parent())
                .put("trust", zone.trust())
                .put("elements", Json.texts(inside(zone)))
                .put("crossedBy", Json.texts(crossing(zone)));
    }
}
