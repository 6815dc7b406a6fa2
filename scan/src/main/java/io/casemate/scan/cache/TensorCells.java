package io.casemate.scan.cache;

import io.casemate.core.json.Json;
import io.casemate.core.json.JsonArray;
import io.casemate.scan.spi.ElementType;
import io.casemate.scan.weight.LowBits;
import io.casemate.scan.weight.Moments;
import io.casemate.scan.weight.Rows;
import io.casemate.scan.weight.TensorStatistics;

/** Statistics of one tensor as an array of cells and back. */
final class TensorCells {
    private TensorCells() {}

    static JsonArray json(TensorStatistics t) {
        Moments m = t.moments();
        return Json.array(
                Json.text(t.name()),
                Json.text(t.type().name()),
                Json.array(t.shape(), Json::number),
                Json.number(t.offset()),
                Json.number(t.elements()),
                Json.array(
                        Json.number(m.count()),
                        Cells.decimal(m.mean()),
                        Cells.decimal(m.m2()),
                        Cells.decimal(m.m3()),
                        Cells.decimal(m.m4()),
                        Cells.decimal(m.min()),
                        Cells.decimal(m.max())),
                Json.number(t.notANumber()),
                Json.number(t.infinite()),
                Json.number(t.zeros()),
                Cells.decimal(t.byteEntropy()),
                Json.array(
                        Json.text(t.lowBits().kind().name()),
                        Cells.decimal(t.lowBits().entropy()),
                        Json.number(t.lowBits().suspectElements())),
                Json.array(
                        Json.number(t.rows().count()),
                        Cells.decimal(t.rows().median()),
                        Json.array(
                                t.rows().outliers(),
                                o -> Json.array(
                                        Json.number(o.row()), Cells.decimal(o.norm()), Cells.decimal(o.robustZ())))));
    }

    static TensorStatistics statistics(Json json) {
        var cells = new Cells(json);
        var m = new Cells(cells.item(5));
        var low = new Cells(cells.item(10));
        var rows = new Cells(cells.item(11));
        return new TensorStatistics(
                cells.text(0),
                ElementType.valueOf(cells.text(1)),
                new Cells(cells.item(2)).items().stream().map(Cells::whole).toList(),
                cells.whole(3),
                cells.whole(4),
                new Moments(
                        m.whole(0), m.decimal(1), m.decimal(2), m.decimal(3), m.decimal(4), m.decimal(5), m.decimal(6)),
                cells.whole(6),
                cells.whole(7),
                cells.whole(8),
                cells.decimal(9),
                new LowBits(LowBits.Kind.valueOf(low.text(0)), low.decimal(1), low.whole(2)),
                new Rows(
                        rows.whole(0),
                        rows.decimal(1),
                        new Cells(rows.item(2))
                                .items().stream().map(TensorCells::outlier).toList()));
    }

    private static Rows.Outlier outlier(Json json) {
        var cells = new Cells(json);
        return new Rows.Outlier(cells.whole(0), cells.decimal(1), cells.decimal(2));
    }
}
