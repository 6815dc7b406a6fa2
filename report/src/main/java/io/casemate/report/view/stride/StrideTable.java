package io.casemate.report.view.stride;

import io.casemate.core.json.JsonObject;
import io.casemate.core.knowledge.Knowledge;
import io.casemate.core.model.Element;
import io.casemate.core.model.Flow;
import io.casemate.core.model.Part;
import io.casemate.core.risk.Answered;
import io.casemate.core.risk.Assessment;
import io.casemate.core.risk.Risk;
import io.casemate.core.threat.Stride;
import io.casemate.report.document.Document;
import io.casemate.report.view.View;
import io.casemate.report.wording.Glossary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * STRIDE by part: elements, then flows, in the order of the model, against the six classes.
 *
 * @param rows every part, those without a scenario too
 */
public record StrideTable(Assessment assessment, Glossary glossary, List<Row> rows) implements View {
    /** One element or flow. */
    record Row(Part part, Map<Stride, Cell> cells) {
        boolean isEmpty() {
            return cells.values().stream().allMatch(c -> c.shown().isEmpty() && c.hidden() == 0 && c.ended() == 0);
        }
    }

    /**
     * One class at one part.
     *
     * @param shown scenarios worth showing, the worst first
     * @param hidden how many of the low band are hidden
     * @param ended how many threats controls end
     * @param expected whether the usual chart of STRIDE by element has this class for such a part
     */
    record Cell(List<Risk> shown, int hidden, int ended, boolean expected) {
        Cell {
            shown = List.copyOf(shown);
        }
    }

    public StrideTable {
        rows = List.copyOf(rows);
    }

    public static StrideTable of(Assessment assessment, Knowledge knowledge) {
        List<Row> rows = new ArrayList<>();
        for (Part part : assessment.topology().parts()) {
            List<Risk> risks = assessment.risks().stream()
                    .filter(r -> r.part().id().equals(part.id()))
                    .toList();
            List<Set<Stride>> ended = assessment.answered().stream()
                    .filter(a -> a.target().equals(part.id()))
                    .map(a -> classes(a, knowledge))
                    .toList();
            Map<Stride, Cell> cells = new EnumMap<>(Stride.class);
            for (Stride stride : Stride.values()) {
                cells.put(stride, cell(stride, part, risks, ended));
            }
            rows.add(new Row(part, cells));
        }
        return new StrideTable(assessment, Glossary.of(knowledge, assessment.topology()), rows);
    }

    private static Cell cell(Stride stride, Part part, List<Risk> risks, List<Set<Stride>> ended) {
        List<Risk> of =
                risks.stream().filter(r -> r.threat().stride().contains(stride)).toList();
        List<Risk> shown = of.stream().filter(Risk::shown).toList();
        int endedHere = (int) ended.stream().filter(s -> s.contains(stride)).count();
        return new Cell(shown, of.size() - shown.size(), endedHere, usual(part).contains(stride));
    }

    private static Set<Stride> classes(Answered answered, Knowledge knowledge) {
        var threat = knowledge.threats().get(answered.threat());
        return threat == null ? Set.of() : threat.stride();
    }

    /** The chart of STRIDE by element (Shostack, Threat Modeling, 2014, chapter 3). */
    private static Set<Stride> usual(Part part) {
        return switch (part) {
            case Flow f -> EnumSet.of(Stride.TAMPERING, Stride.INFORMATION_DISCLOSURE, Stride.DENIAL_OF_SERVICE);
            case Element e ->
                switch (e.kind().shape()) {
                    case ENTITY -> EnumSet.of(Stride.SPOOFING, Stride.REPUDIATION);
                    case PROCESS -> EnumSet.allOf(Stride.class);
                    case STORE -> EnumSet.complementOf(EnumSet.of(Stride.SPOOFING, Stride.ELEVATION_OF_PRIVILEGE));
                };
        };
    }

    @Override
    public Document document() {
        return StridePage.of(this);
    }

    @Override
    public JsonObject json() {
        return StrideJson.of(this);
    }
}
