package io.casemate.report.html.page;

import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Named;
import io.casemate.core.model.Topology;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Band;
import io.casemate.core.risk.Risk;
import io.casemate.report.diagram.DataFlowDiagram;
import io.casemate.report.diagram.Drawing;
import io.casemate.report.html.scenario.ScenarioPage;
import io.casemate.report.html.scenario.ScenarioPages;
import io.casemate.report.wording.Glossary;
import io.casemate.report.wording.Outlooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that the template shows.
 *
 * @param drawings the diagram; the overview first where there are several
 * @param rows every scenario, hidden ones included
 * @param scenarios the shown ones, those of a page of their own
 */
public record Page(
        Assessment assessment,
        Summary summary,
        List<Drawing> drawings,
        Matrix matrix,
        List<Row> rows,
        List<ScenarioPage> scenarios,
        QuestionRow.Rows questions,
        List<ActionRow> actions,
        List<AnsweredRow> answered,
        List<CoverageGroup> coverage,
        SystemPage system,
        Choices choices) {
    /** Scenarios that get a full page; those behind them get a short one, so that the file stays bounded. */
    static final int FULL_MAX = 300;

    public static Page of(Assessment assessment, Knowledge knowledge) {
        var glossary = Glossary.of(knowledge, assessment.topology());
        List<Risk> shown = assessment.shown();
        List<Drawing> drawings = DataFlowDiagram.draw(assessment.topology(), marks(shown));
        var pages = new ScenarioPages(glossary, drawings, assessment);
        List<Row> rows =
                assessment.risks().stream().map(r -> Row.of(r, glossary)).toList();
        Set<String> ids = shown.stream().map(Risk::id).collect(Collectors.toSet());
        return new Page(
                assessment,
                Summary.of(assessment, knowledge, glossary),
                drawings,
                Matrix.of(shown, glossary),
                rows,
                IntStream.range(0, shown.size())
                        .mapToObj(i -> pages.page(shown, i, i < FULL_MAX))
                        .toList(),
                QuestionRow.of(assessment.questions(), ids, glossary),
                assessment.actions().stream()
                        .map(a -> ActionRow.of(a, ids, glossary))
                        .toList(),
                AnsweredRow.of(assessment.answered(), glossary),
                CoverageGroup.of(assessment.coverage(), glossary),
                SystemPage.of(assessment.topology(), glossary),
                Choices.of(rows, assessment.topology()));
    }

    /** The parts on the paths of shown risks of medium band or above, each with its worst band. */
    private static Map<String, Band> marks(List<Risk> shown) {
        Map<String, Band> marks = new LinkedHashMap<>();
        for (Risk risk : shown) {
            Band band = risk.incident().happened() ? Band.HIGH : risk.current().band();
            if (band == Band.HIGH) {
                risk.path().forEach(id -> marks.putIfAbsent(id, band));
            }
        }
        for (Risk risk : shown) {
            if (risk.current().band() == Band.MEDIUM) {
                marks.putIfAbsent(risk.part().id(), Band.MEDIUM);
            }
        }
        return marks;
    }

    /**
     * What the filters of the table offer.
     *
     * @param targets ids and names of the parts that are targets
     */
    record Choices(List<String> stride, List<String> stages, List<Matrix.Entry> targets) {
        static Choices of(List<Row> rows, Topology topology) {
            Map<String, String> names = new LinkedHashMap<>();
            rows.forEach(r -> names.putIfAbsent(r.risk().part().id(), r.target()));
            List<Matrix.Entry> targets = topology.parts().stream()
                    .filter(p -> names.containsKey(p.id()))
                    .map(p -> new Matrix.Entry(p.id(), names.getOrDefault(p.id(), "")))
                    .toList();
            List<String> stride = new ArrayList<>();
            rows.stream()
                    .flatMap(r -> r.risk().threat().stride().stream())
                    .distinct()
                    .sorted()
                    .map(Named::id)
                    .forEach(stride::add);
            List<String> stages = rows.stream()
                    .map(r -> r.risk().threat().stage())
                    .distinct()
                    .sorted()
                    .map(Named::id)
                    .toList();
            return new Choices(stride, stages, targets);
        }
    }

    public String outlookTitle() {
        return Outlooks.title(summary.outlook());
    }
}
