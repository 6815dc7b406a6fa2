package io.casemate.report.view.pasta;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.framework.Framework;
import io.casemate.core.risk.Assessment;
import io.casemate.report.document.Block.Cell;
import io.casemate.report.document.Document;
import io.casemate.report.document.Line;
import io.casemate.report.view.Heads;
import io.casemate.report.view.View;
import io.casemate.report.view.ViewInput;
import java.util.ArrayList;
import java.util.List;

/** The seven stages of PASTA walked over one model: what each holds, and what it lacks. */
public record PastaWalk(Assessment assessment, List<PastaStage> stages) implements View {
    public PastaWalk {
        stages = List.copyOf(stages);
    }

    public static PastaWalk of(ViewInput input) {
        Framework pasta = input.knowledge().frameworks().get("pasta");
        if (pasta == null) {
            throw new IllegalStateException("the knowledge base lacks frameworks/pasta.yaml");
        }
        var context = new PastaContext(input);
        var findings = new PastaFindings(input);
        List<PastaStage.Builder> built = List.of(
                context.objectives(),
                context.scope(),
                context.decomposition(),
                findings.threats(),
                findings.weaknesses(),
                findings.attacks(),
                findings.risks());
        List<PastaStage> stages = new ArrayList<>();
        for (int i = 0; i < built.size(); i++) {
            String name = pasta.name(Integer.toString(i + 1)).orElse("");
            stages.add(built.get(i).build(i + 1, name));
        }
        return new PastaWalk(input.assessment(), stages);
    }

    @Override
    public Document document() {
        var document = new Document.Builder();
        document.paragraph(
                "The seven stages of the Process for Attack Simulation and Threat Analysis, filled from the model"
                        + " and its evidence. What a stage lacks stands at its end.");
        document.section("stages", "Stages");
        document.table(
                "Stages",
                List.of("Stage", "State", "Holds", "Lacks"),
                stages.stream().map(PastaWalk::row).toList());
        for (PastaStage stage : stages) {
            document.section("stage-" + stage.number(), "%d. %s".formatted(stage.number(), stage.name()));
            for (PastaStage.Point point : stage.points()) {
                document.heading(3, "", point.label());
                document.bullets(point.items().stream().map(Line::of).toList());
            }
            if (!stage.lacks().isEmpty()) {
                document.heading(3, "", "What lacks");
                document.bullets(stage.lacks().stream().map(Line::of).toList());
            }
        }
        return document.build(Heads.system(assessment), "PASTA", assessment.asOf());
    }

    private static List<Cell> row(PastaStage stage) {
        int items = stage.points().stream().mapToInt(p -> p.items().size()).sum();
        return List.of(
                Cell.of(Line.EMPTY.link("%d. %s".formatted(stage.number(), stage.name()), "#stage-" + stage.number())),
                Cell.of(stage.state().id()),
                Cell.of(Integer.toString(items)),
                Cell.of(Integer.toString(stage.lacks().size())));
    }

    @Override
    public JsonObject json() {
        return Heads.json("pasta", assessment).put("stages", Json.array(stages, PastaWalk::json));
    }

    private static JsonObject json(PastaStage stage) {
        return Json.object()
                .put("stage", stage.number())
                .put("name", stage.name())
                .put("state", stage.state().id())
                .put(
                        "holds",
                        Json.array(
                                stage.points(),
                                p -> Json.object().put("what", p.label()).put("items", Json.texts(p.items()))))
                .put("lacks", Json.texts(stage.lacks()));
    }
}
