package io.casemate.report.view.stride;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonObject;
import io.casemate.core.model.Element;
import io.casemate.core.threat.Stride;
import io.casemate.report.view.Heads;
import io.casemate.report.view.stride.StrideTable.Cell;
import io.casemate.report.view.stride.StrideTable.Row;

/** STRIDE by part as JSON: every part, every class. */
final class StrideJson {
    private StrideJson() {}

    static JsonObject of(StrideTable table) {
        return Heads.json("stride", table.assessment()).put("parts", Json.array(table.rows(), StrideJson::row));
    }

    private static JsonObject row(Row row) {
        JsonObject cells = Json.object();
        for (Stride stride : Stride.values()) {
            Cell cell = row.cells().get(stride);
            cells = cell == null ? cells : cells.put(stride.id(), cell(cell));
        }
        return Json.object()
                .put("id", row.part().id())
                .put("name", row.part().name())
                .put("sort", row.part() instanceof Element ? "element" : "flow")
                .put("classes", cells);
    }

    private static JsonObject cell(Cell cell) {
        return Json.object()
                .put("scenarios", Json.array(cell.shown(), Heads::scenario))
                .put("hidden", cell.hidden())
                .put("endedByControls", cell.ended())
                .put("expected", cell.expected());
    }
}
