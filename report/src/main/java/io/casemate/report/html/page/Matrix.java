package io.casemate.report.html.page;

import io.casemate.core.risk.Band;
import io.casemate.core.risk.Rating;
import io.casemate.core.risk.Risk;
import io.casemate.report.wording.Glossary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The heat map, twice.
 *
 * @param current lines by likelihood, 3 first, each with three cells by impact
 * @param inherent the same with no control in place and no evidence
 */
record Matrix(List<Line> current, List<Line> inherent) {
    /** One likelihood. */
    record Line(int likelihood, List<Cell> cells) {}

    /** One field of the map with the scenarios that lie in it. */
    record Cell(int likelihood, int impact, Band band, List<Entry> entries) {
        public int score() {
            return likelihood * impact;
        }
    }

    /** One scenario in a field. */
    record Entry(String id, String name) {}

    static Matrix of(List<Risk> shown, Glossary glossary) {
        return new Matrix(lines(shown, Risk::current, glossary), lines(shown, Risk::inherent, glossary));
    }

    private static List<Line> lines(List<Risk> shown, Function<Risk, Rating> state, Glossary glossary) {
        List<Line> lines = new ArrayList<>();
        for (int likelihood = 3; likelihood >= 1; likelihood--) {
            List<Cell> cells = new ArrayList<>();
            for (int impact = 1; impact <= 3; impact++) {
                cells.add(cell(likelihood, impact, shown, state, glossary));
            }
            lines.add(new Line(likelihood, cells));
        }
        return lines;
    }

    private static Cell cell(
            int likelihood, int impact, List<Risk> shown, Function<Risk, Rating> state, Glossary glossary) {
        List<Entry> entries = shown.stream()
                .filter(r -> state.apply(r).likelihood() == likelihood
                        && state.apply(r).impact() == impact)
                .map(r -> new Entry(
                        r.id(), glossary.scenario(r.threat().id(), r.part().id())))
                .toList();
        return new Cell(likelihood, impact, Band.of(likelihood * impact), entries);
    }
}
